package io.partikey.planner.bound;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameter;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What expressions refer to. */
public final class References {
  private References() {}

  /** The attributes of the item at hand that an expression uses, each time that it does. */
  public static Stream<String> attributes(Expression expression) {
    return ExpressionRewriter.parts(expression)
        .filter(AttributeReference.class::isInstance)
        .map(part -> ((AttributeReference) part).name());
  }

  /** Whether all attributes of the item at hand that an expression uses are of some kind. */
  public static boolean attributesAre(Expression expression, Predicate<String> kind) {
    return !ExpressionRewriter.has(
        expression,
        part -> part instanceof AttributeReference attribute && !kind.test(attribute.name()));
  }

  /** Whether an expression uses columns of a row. */
  public static boolean usesColumns(Expression expression) {
    return ExpressionRewriter.has(expression, ColumnReference.class::isInstance);
  }

  /** Whether an expression has the same value for every item, though not for every outer row. */
  public static boolean isFixed(Expression expression) {
    return !ExpressionRewriter.has(expression, AttributeReference.class::isInstance);
  }

  /** Whether an expression uses parameters. */
  public static boolean usesParameters(Expression expression) {
    return ExpressionRewriter.has(expression, Parameter.class::isInstance);
  }
}
