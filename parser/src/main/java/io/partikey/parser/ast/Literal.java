package io.partikey.parser.ast;

/** A constant without parts: a string, a number, a boolean, NULL or MISSING. */
public sealed interface Literal extends Expression
    permits BooleanLiteral, MissingLiteral, NullLiteral, NumberLiteral, StringLiteral {}
