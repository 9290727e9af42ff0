package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Conditional;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.Predicate;
import io.partikey.engine.expression.SetConstructor;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Makes an expression say plainly what it means: constants are computed, conditions that are always
 * or never true disappear, a double negation does too, and what is an equality becomes one.
 *
 * <pre>
 * 'u' || '1'          'u1'              NOT (a &lt;&gt; b)        a = b
 * 1 = 1 AND a = 2     a = 2             NOT (a OR b)        NOT a AND NOT b
 * a BETWEEN 1 AND 1   a = 1             a IN [1]            a = 1
 * </pre>
 *
 * <p>A constant that cannot be computed stays as it is, for it may never be asked for. Nothing
 * changes for an operand that is MISSING: logic is two-valued, and NOT stays around a comparison.
 */
public final class Simplification {
  /** The condition that always holds. */
  static final Expression TRUE = new Literal(BooleanValue.TRUE);

  /** The condition that never holds. */
  static final Expression FALSE = new Literal(BooleanValue.FALSE);

  private Simplification() {}

  /** An expression in its simplest form, given that its parts are in theirs. */
  static Expression of(Expression expression) {
    Expression simple = shortened(expression);
    return isConstant(simple) ? computed(simple) : simple;
  }

  /**
   * A list, map or set of constants as a constant; every other expression as it is.
   *
   * @throws EngineException if the constants make none
   */
  static Expression ofConstructor(Expression expression) {
    boolean constructor =
        expression instanceof ListConstructor
            || expression instanceof MapConstructor
            || expression instanceof SetConstructor;
    return constructor && isConstant(expression)
        ? new Literal(expression.evaluate(Environment.of(Parameters.NONE)))
        : expression;
  }

  /** The conditions that must all hold for a condition to hold; none if it always does. */
  public static List<Expression> conjuncts(Expression condition) {
    if (condition.equals(TRUE)) {
      return List.of();
    }
    return condition instanceof Logical logical && logical.operator() == Logical.Operator.AND
        ? logical.terms().stream().flatMap(term -> conjuncts(term).stream()).toList()
        : List.of(condition);
  }

  private static Expression shortened(Expression expression) {
    if (expression instanceof Logical logical) {
      return logical(logical);
    }
    if (expression instanceof Not not) {
      return negation(not);
    }
    if (expression instanceof Between between) {
      return between(between);
    }
    if (expression instanceof InList in) {
      return in(in);
    }
    return expression instanceof Conditional conditional ? choice(conditional) : expression;
  }

  private static Expression logical(Logical logical) {
    boolean and = logical.operator() == Logical.Operator.AND;
    Expression neutral = and ? TRUE : FALSE;
    Expression deciding = and ? FALSE : TRUE;
    List<Expression> terms = new ArrayList<>();
    for (Expression term : logical.terms()) {
      if (term.equals(deciding)) {
        return deciding;
      }
      if (term instanceof Logical inner && inner.operator() == logical.operator()) {
        terms.addAll(inner.terms());
      } else if (!term.equals(neutral)) {
        terms.add(term);
      }
    }
    if (terms.isEmpty()) {
      return neutral;
    }
    return and ? Logical.and(terms) : Logical.or(terms);
  }

  private static Expression negation(Not not) {
    Expression condition = not.condition();
    if (condition instanceof Not inner && inner.condition() instanceof Predicate) {
      return inner.condition();
    }
    if (condition instanceof Comparison comparison
        && comparison.operator() == ComparisonOperator.NOT_EQUAL) {
      return new Comparison(ComparisonOperator.EQUAL, comparison.left(), comparison.right());
    }
    if (condition instanceof Logical logical && logical.operator() == Logical.Operator.OR) {
      return logical(
          new Logical(
              Logical.Operator.AND,
              logical.terms().stream().map(term -> of(new Not(term))).toList()));
    }
    return not;
  }

  private static Expression between(Between between) {
    if (between.lower() instanceof Literal lower
        && between.upper() instanceof Literal upper
        && lower.value() != null
        && upper.value() != null) {
      OptionalInt order = ScalarOrder.compare(lower.value(), upper.value());
      if (order.isPresent() && order.getAsInt() == 0) {
        return new Comparison(ComparisonOperator.EQUAL, between.value(), lower);
      }
      if (order.isPresent() && order.getAsInt() > 0) {
        return FALSE;
      }
    }
    return between;
  }

  private static Expression in(InList in) {
    if (in.candidates().isEmpty()) {
      return FALSE;
    }
    return InList.of(in.value(), in.candidates());
  }

  private static Expression choice(Conditional conditional) {
    List<Conditional.Branch> branches = new ArrayList<>();
    for (Conditional.Branch branch : conditional.branches()) {
      if (branch.condition().equals(TRUE)) {
        return branches.isEmpty() ? branch.value() : new Conditional(branches, branch.value());
      }
      if (!(branch.condition() instanceof Literal)) {
        branches.add(branch);
      }
    }
    return branches.isEmpty()
        ? conditional.otherwise()
        : new Conditional(branches, conditional.otherwise());
  }

  // A call without arguments is the time or the like, which is not known before the statement runs.
  private static boolean isConstant(Expression expression) {
    List<Expression> parts = expression.children();
    if (parts.isEmpty()) {
      return expression instanceof ListConstructor || expression instanceof MapConstructor;
    }
    return parts.stream().allMatch(Literal.class::isInstance);
  }

  private static Expression computed(Expression constant) {
    try {
      return new Literal(constant.evaluate(Environment.of(Parameters.NONE)));
    } catch (EngineException notComputable) {
      return constant;
    }
  }
}
