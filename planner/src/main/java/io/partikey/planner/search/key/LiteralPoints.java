package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.planner.bound.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The points that equality and IN leave to an operand: {@code a = 1} leaves it one, {@code a IN [1,
 * 2]} two.
 *
 * @param operand what is compared
 * @param values the values that it may have, each once
 */
record LiteralPoints(Expression operand, Set<Expression> values) {
  /** A value that nothing equals. */
  private static final Expression MISSING = new Literal(null);

  /** Conditions that must all hold, with the literal points of each operand intersected. */
  static List<Expression> intersect(List<Expression> conjuncts) {
    return merge(
        conjuncts, Literal.class::isInstance, (values, others) -> values.retainAll(others));
  }

  /** Conditions of which one must hold, with the constant points of each operand united. */
  static List<Expression> unite(List<Expression> branches) {
    return merge(branches, LiteralPoints::isConstant, (values, others) -> values.addAll(others));
  }

  private static boolean isConstant(Expression expression) {
    return References.isFixed(expression) && !References.usesColumns(expression);
  }

  /** How the values of the same operand are combined. */
  private interface Combination {
    boolean apply(Set<Expression> values, Set<Expression> others);
  }

  private static List<Expression> merge(
      List<Expression> conditions, Predicate<Expression> isPoint, Combination combination) {
    Map<Expression, LiteralPoints> byOperand = new LinkedHashMap<>();
    List<Object> merged = new ArrayList<>();
    for (Expression condition : conditions) {
      Optional<LiteralPoints> points = of(condition, isPoint);
      if (points.isEmpty()) {
        merged.add(condition);
        continue;
      }
      LiteralPoints known = byOperand.get(points.get().operand);
      if (known == null) {
        byOperand.put(points.get().operand, points.get());
        merged.add(points.get());
      } else {
        combination.apply(known.values, points.get().values);
      }
    }
    return merged.stream()
        .map(each -> each instanceof LiteralPoints points ? points.condition() : (Expression) each)
        .toList();
  }

  private static Optional<LiteralPoints> of(Expression condition, Predicate<Expression> isPoint) {
    return ValueCondition.of(condition, isPoint.negate(), isPoint)
        .filter(ValueCondition::isPoints)
        .map(
            found -> {
              Set<Expression> present = new LinkedHashSet<>(found.points());
              present.remove(MISSING);
              return new LiteralPoints(found.operand(), present);
            });
  }

  /** The condition that leaves them to the operand. */
  Expression condition() {
    if (values.isEmpty()) {
      return NormalForm.FALSE;
    }
    return InList.of(operand, List.copyOf(values));
  }
}
