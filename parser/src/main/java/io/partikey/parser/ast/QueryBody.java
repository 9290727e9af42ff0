package io.partikey.parser.ast;

/** The part of a query that makes rows: one SELECT block or several under UNION ALL. */
public sealed interface QueryBody extends Node permits Select, UnionAllSyntax {}
