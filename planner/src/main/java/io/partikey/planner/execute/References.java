package io.partikey.planner.execute;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.stream.Stream;

/** What an expression refers to. */
final class References {
  private References() {}

  /** Whether an expression uses columns of a row. */
  static boolean usesColumns(Expression expression) {
    return ExpressionRewriter.columns(expression).findAny().isPresent();
  }

  /** The top-level attributes that an expression uses, each time that it does. */
  static Stream<String> attributes(Expression expression) {
    return ExpressionRewriter.parts(expression)
        .filter(AttributeReference.class::isInstance)
        .map(part -> ((AttributeReference) part).name());
  }
}
