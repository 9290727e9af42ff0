package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.List;
import java.util.stream.IntStream;

/** Moves expressions from the columns of one relation to those of another. */
final class ColumnShift {
  private ColumnShift() {}

  /** An expression with so much added to each of its columns. */
  static Expression shifted(Expression expression, int by) {
    return ExpressionRewriter.replaceColumns(
        expression, column -> new ColumnReference(column + by));
  }

  /** Expressions with so much added to each of their columns. */
  static List<Expression> shifted(List<Expression> expressions, int by) {
    return expressions.stream().map(each -> shifted(each, by)).toList();
  }

  /** An expression over columns as one over what these are computed from. */
  static Expression substituted(Expression expression, List<? extends Expression> columns) {
    return ExpressionRewriter.replaceColumns(expression, columns::get);
  }

  /** References to the columns from one on, up to another. */
  static List<Expression> range(int from, int to) {
    return IntStream.range(from, to).<Expression>mapToObj(ColumnReference::new).toList();
  }

  /** Whether an expression uses no column from this one on. */
  static boolean isBelow(Expression expression, int width) {
    return ExpressionRewriter.columns(expression).allMatch(column -> column < width);
  }

  /** Whether an expression uses columns from this one on alone, and at least one. */
  static boolean isFrom(Expression expression, int first) {
    return ExpressionRewriter.columns(expression).findAny().isPresent()
        && ExpressionRewriter.columns(expression).allMatch(column -> column >= first);
  }
}
