package io.partikey.planner.search.key;

import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comparisons with literals leave to one operand, as few conditions as say it.
 *
 * <pre>
 * a &gt; 5 AND a &gt; 7             -&gt;  a &gt; 7
 * a &gt;= 5 AND a &lt;= 5           -&gt;  a = 5
 * a IN [1, 5, 9] AND a &gt; 4    -&gt;  a IN [5, 9]
 * a &gt; 9 AND a &lt; 5             -&gt;  FALSE
 * </pre>
 *
 * <p>Only where all the literals have one type with an order, since the comparison with a literal
 * of another type holds of other values.
 */
final class LiteralBounds {
  private final Expression operand;
  private final List<Expression> conditions = new ArrayList<>();
  private final Set<Expression> points = new LinkedHashSet<>();
  private final List<Bound> lower = new ArrayList<>();
  private final List<Bound> upper = new ArrayList<>();

  private LiteralBounds(Expression operand) {
    this.operand = operand;
  }

  /** One end of what an operand may be, and the condition that says so. */
  private record Bound(AttributeValue value, boolean inclusive, Expression condition) {}

  /** Conditions that must all hold, with those that bound the same operand made one. */
  static List<Expression> tighten(List<Expression> conjuncts) {
    Map<Expression, LiteralBounds> byOperand = new LinkedHashMap<>();
    List<Object> placed = new ArrayList<>();
    for (Expression conjunct : conjuncts) {
      Optional<Expression> operand = operand(conjunct);
      if (operand.isEmpty()) {
        placed.add(conjunct);
        continue;
      }
      LiteralBounds known = byOperand.get(operand.get());
      if (known == null) {
        known = new LiteralBounds(operand.get());
        byOperand.put(operand.get(), known);
        placed.add(known);
      }
      known.add(conjunct);
    }
    List<Expression> tightened = new ArrayList<>();
    for (Object each : placed) {
      if (each instanceof LiteralBounds bounds) {
        tightened.addAll(bounds.tightest());
      } else {
        tightened.add((Expression) each);
      }
    }
    return tightened;
  }

  private static Optional<Expression> operand(Expression conjunct) {
    if (conjunct instanceof Comparison comparison
        && comparison.operator() != ComparisonOperator.NOT_EQUAL) {
      if (isBound(comparison.left(), comparison.right())) {
        return Optional.of(comparison.left());
      }
      return isBound(comparison.right(), comparison.left())
          ? Optional.of(comparison.right())
          : Optional.empty();
    }
    if (conjunct instanceof Between between
        && isBound(between.value(), between.lower())
        && isBound(between.value(), between.upper())) {
      return Optional.of(between.value());
    }
    return conjunct instanceof InList in
            && in.candidates().stream().allMatch(each -> isBound(in.value(), each))
        ? Optional.of(in.value())
        : Optional.empty();
  }

  private static boolean isBound(Expression operand, Expression value) {
    return !(operand instanceof Literal)
        && value instanceof Literal literal
        && literal.value() != null;
  }

  private void add(Expression conjunct) {
    conditions.add(conjunct);
    if (conjunct instanceof InList in) {
      points.addAll(in.candidates());
    } else if (conjunct instanceof Between between) {
      lower.add(new Bound(valueOf(between.lower()), true, between));
      upper.add(new Bound(valueOf(between.upper()), true, between));
    } else {
      add((Comparison) conjunct);
    }
  }

  private void add(Comparison comparison) {
    boolean flipped = comparison.left() instanceof Literal;
    Expression literal = flipped ? comparison.left() : comparison.right();
    ComparisonOperator operator = flipped ? comparison.operator().flip() : comparison.operator();
    switch (operator) {
      case EQUAL, NOT_EQUAL -> points.add(literal);
      case LESS, LESS_OR_EQUAL ->
          upper.add(
              new Bound(
                  valueOf(literal), operator == ComparisonOperator.LESS_OR_EQUAL, comparison));
      case GREATER, GREATER_OR_EQUAL ->
          lower.add(
              new Bound(
                  valueOf(literal), operator == ComparisonOperator.GREATER_OR_EQUAL, comparison));
    }
  }

  private static AttributeValue valueOf(Expression literal) {
    @Nullable AttributeValue value = ((Literal) literal).value();
    if (value == null) {
      throw new IllegalStateException("a bound has a value");
    }
    return value;
  }

  private List<Expression> tightest() {
    if (conditions.size() < 2 || !isOrdered()) {
      return conditions;
    }
    if (!points.isEmpty()) {
      points.removeIf(point -> !isWithin(valueOf(point)));
      return List.of(new LiteralPoints(operand, points).condition());
    }
    @Nullable Bound least = tightest(lower, 1);
    @Nullable Bound most = tightest(upper, -1);
    if (least == null) {
      return most == null ? conditions : List.of(most.condition);
    }
    if (most == null) {
      return List.of(least.condition);
    }
    int order = compare(least.value, most.value);
    if (order > 0 || (order == 0 && !(least.inclusive && most.inclusive))) {
      return List.of(NormalForm.FALSE);
    }
    if (order == 0) {
      return List.of(new Comparison(ComparisonOperator.EQUAL, operand, new Literal(least.value)));
    }
    return least.condition.equals(most.condition)
        ? List.of(least.condition)
        : List.of(condition(least, true), condition(most, false));
  }

  private boolean isOrdered() {
    List<AttributeValue> values = new ArrayList<>();
    points.forEach(point -> values.add(valueOf(point)));
    lower.forEach(bound -> values.add(bound.value));
    upper.forEach(bound -> values.add(bound.value));
    return values.stream().allMatch(value -> ScalarOrder.compare(values.get(0), value).isPresent());
  }

  private boolean isWithin(AttributeValue value) {
    return lower.stream().allMatch(bound -> isInside(compare(value, bound.value), bound))
        && upper.stream().allMatch(bound -> isInside(compare(bound.value, value), bound));
  }

  private static boolean isInside(int order, Bound bound) {
    return order > 0 || (order == 0 && bound.inclusive);
  }

  private static @Nullable Bound tightest(List<Bound> bounds, int direction) {
    @Nullable Bound tightest = null;
    for (Bound bound : bounds) {
      int order = tightest == null ? 1 : compare(bound.value, tightest.value) * direction;
      if (order > 0 || (order == 0 && !bound.inclusive)) {
        tightest = bound;
      }
    }
    return tightest;
  }

  private static int compare(AttributeValue left, AttributeValue right) {
    OptionalInt order = ScalarOrder.compare(left, right);
    return order.orElseThrow();
  }

  private Expression condition(Bound bound, boolean isLower) {
    if (bound.condition instanceof Comparison) {
      return bound.condition;
    }
    return new Comparison(
        isLower ? ComparisonOperator.GREATER_OR_EQUAL : ComparisonOperator.LESS_OR_EQUAL,
        operand,
        new Literal(bound.value));
  }
}
