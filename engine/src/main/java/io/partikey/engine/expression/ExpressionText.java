package io.partikey.engine.expression;

import java.util.function.IntFunction;

/**
 * Expressions as people read them, close to how PartiQL writes them, with no more parentheses than
 * they need: {@code size(tags) > 2 AND (a = 'x' OR b IS MISSING)}. Parameters are numbered from 1:
 * {@code ?1}.
 */
public final class ExpressionText {
  private ExpressionText() {}

  /** The text of an expression; columns are written {@code $0}. */
  public static String of(Expression expression) {
    return of(expression, column -> "$" + column);
  }

  /** The text of an expression, with the names that a function has for columns. */
  public static String of(Expression expression, IntFunction<String> columnNames) {
    return expression.accept(new ExpressionTextWriter(columnNames)).text();
  }
}
