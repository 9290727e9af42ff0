package io.partikey.parser.ast;

/** A relation in FROM: a table or collection, a derived table, or a join of two. */
public sealed interface FromItem extends Node permits FromQuery, FromSource, JoinSyntax {}
