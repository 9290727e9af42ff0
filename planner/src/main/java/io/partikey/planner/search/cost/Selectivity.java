package io.partikey.planner.search.cost;

import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Not;
import io.partikey.engine.item.BooleanValue;
import java.util.List;

/**
 * The share of rows, 0 to 1, that a condition keeps where nothing is known of the values.
 *
 * <p>The figures are the defaults of System R (Selinger et al., "Access path selection in a
 * relational database management system", 1979): a tenth for an equality, a third for one bound, a
 * quarter for two, at most a half for IN; and a half for what that paper does not name.
 */
public final class Selectivity {
  /** The share that equality with one value keeps: as if there were ten distinct values. */
  public static final double EQUALITY = 1.0 / 10;

  /** The share that a bound on one side keeps. */
  public static final double ONE_BOUND = 1.0 / 3;

  /** The share that bounds on both sides, or a prefix, keep. */
  public static final double TWO_BOUNDS = 1.0 / 4;

  /** The most that IN keeps, and what any other condition keeps. */
  public static final double HALF = 1.0 / 2;

  private Selectivity() {}

  /** The share that conditions keep together, taken as independent of each other. */
  public static double of(List<Expression> conjuncts) {
    double share = 1;
    for (Expression conjunct : conjuncts) {
      share *= of(conjunct);
    }
    return share;
  }

  /** The share that a condition keeps. */
  public static double of(Expression condition) {
    if (condition instanceof Literal literal) {
      return literal.value() == BooleanValue.TRUE ? 1 : 0;
    }
    if (condition instanceof Not not) {
      return 1 - of(not.condition());
    }
    if (condition instanceof Logical logical) {
      return of(logical);
    }
    if (condition instanceof InList in) {
      return Math.min(HALF, in.candidates().size() * EQUALITY);
    }
    if (condition instanceof Between) {
      return TWO_BOUNDS;
    }
    return condition instanceof Comparison comparison ? of(comparison.operator()) : HALF;
  }

  private static double of(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> EQUALITY;
      case NOT_EQUAL -> 1 - EQUALITY;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ONE_BOUND;
    };
  }

  private static double of(Logical logical) {
    if (logical.operator() == Logical.Operator.AND) {
      return of(logical.terms());
    }
    double none = 1;
    for (Expression term : logical.terms()) {
      none *= 1 - of(term);
    }
    return 1 - none;
  }
}
