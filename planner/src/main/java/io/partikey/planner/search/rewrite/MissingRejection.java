package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.PathAccess;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.expression.Presence.Test;
import io.partikey.engine.expression.ScalarFunction;
import java.util.function.IntPredicate;

/**
 * Whether a condition fails for every row in which some columns are missing. A LEFT JOIN whose
 * right side is under such a condition keeps no row without a pair: it is an inner join.
 *
 * <p>Errs on the side of "may hold": {@code a <> 1} and {@code NOT a < 1} do hold of a missing a.
 */
final class MissingRejection {
  private final IntPredicate missing;

  /**
   * The conditions that fail where columns are missing.
   *
   * @param missing which columns are missing
   */
  MissingRejection(IntPredicate missing) {
    this.missing = missing;
  }

  /** Whether a condition fails. */
  boolean rejects(Expression condition) {
    if (condition instanceof Comparison comparison) {
      return comparison.operator() != ComparisonOperator.NOT_EQUAL
          && (isMissing(comparison.left()) || isMissing(comparison.right()));
    }
    if (condition instanceof Between between) {
      return between.children().stream().anyMatch(this::isMissing);
    }
    if (condition instanceof InList in) {
      return isMissing(in.value());
    }
    if (condition instanceof Logical logical) {
      return logical.operator() == Logical.Operator.AND
          ? logical.terms().stream().anyMatch(this::rejects)
          : logical.terms().stream().allMatch(this::rejects);
    }
    if (condition instanceof Not not && not.condition() instanceof Presence presence) {
      return presence.test() != Test.NULL && isMissing(presence.value());
    }
    return condition instanceof FunctionCall call
        && needsItsFirstArgument(call)
        && isMissing(call.arguments().get(0));
  }

  private static boolean needsItsFirstArgument(FunctionCall call) {
    return call.function() == ScalarFunction.ATTRIBUTE_EXISTS
        || call.function() == ScalarFunction.BEGINS_WITH
        || call.function() == ScalarFunction.CONTAINS;
  }

  private boolean isMissing(Expression expression) {
    if (expression instanceof PathAccess path) {
      return isMissing(path.base());
    }
    return expression instanceof ColumnReference column && missing.test(column.index());
  }
}
