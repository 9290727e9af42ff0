package io.partikey.parser;

import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.Statement;

/** Parses statements of PartiQL as DynamoDB and PartiKey speak it. */
public final class StatementParser {
  private StatementParser() {}

  /**
   * Parses one statement; one trailing semicolon is allowed.
   *
   * @throws ParsingException if the text is not a statement
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static Statement parseStatement(String text) {
    throw new UnsupportedOperationException("the grammar is on its way: " + text);
  }

  /**
   * Parses an expression that stands alone, e.g. {@code a.b[0] = ?}.
   *
   * @throws ParsingException if the text is not an expression
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static Expression parseExpression(String text) {
    throw new UnsupportedOperationException("the grammar is on its way: " + text);
  }
}
