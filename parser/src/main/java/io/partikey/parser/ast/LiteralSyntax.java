package io.partikey.parser.ast;

/** A constant without parts: a string, a number, a boolean, NULL or MISSING. */
public sealed interface LiteralSyntax extends ExpressionSyntax
    permits BooleanLiteral, MissingLiteral, NullLiteral, NumberLiteral, StringLiteral {}
