package io.partikey.planner.search.key;

import io.partikey.engine.backend.Interval;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  private final List<ValueCondition> conditions = new ArrayList<>();

  private LiteralBounds(Expression operand) {
    this.operand = operand;
  }

  /** Conditions that must all hold, with those that bound the same operand made one. */
  static List<Expression> tighten(List<Expression> conjuncts) {
    Map<Expression, LiteralBounds> byOperand = new LinkedHashMap<>();
    List<Object> placed = new ArrayList<>();
    for (Expression conjunct : conjuncts) {
      Optional<ValueCondition> condition = condition(conjunct);
      if (condition.isEmpty()) {
        placed.add(conjunct);
        continue;
      }
      Expression operand = condition.get().operand();
      LiteralBounds known = byOperand.get(operand);
      if (known == null) {
        known = new LiteralBounds(operand);
        byOperand.put(operand, known);
        placed.add(known);
      }
      known.conditions.add(condition.get());
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

  private static Optional<ValueCondition> condition(Expression conjunct) {
    return ValueCondition.of(
            conjunct,
            operand -> !(operand instanceof Literal),
            value -> value instanceof Literal && valueOf(value).isPresent())
        .filter(condition -> condition.prefix() == null);
  }

  private static Optional<AttributeValue> valueOf(Expression literal) {
    return Optional.ofNullable(((Literal) literal).value());
  }

  private List<Expression> tightest() {
    if (conditions.size() < 2 || !areOrdered()) {
      return conditions.stream().map(ValueCondition::conjunct).toList();
    }
    Interval interval =
        conditions.stream()
            .filter(condition -> !condition.isPoints())
            .map(LiteralBounds::interval)
            .reduce(Interval.ALL, Interval::and);
    Set<Expression> points = new LinkedHashSet<>();
    conditions.forEach(condition -> points.addAll(condition.points()));
    if (!points.isEmpty()) {
      points.removeIf(point -> valueOf(point).filter(interval::contains).isEmpty());
      return List.of(new LiteralPoints(operand, points).condition());
    }
    if (interval.isEmpty()) {
      return List.of(NormalForm.FALSE);
    }
    return interval
        .point()
        .map(point -> List.of(comparison(ComparisonOperator.EQUAL, point)))
        .orElseGet(() -> ends(interval));
  }

  private boolean areOrdered() {
    List<AttributeValue> values =
        conditions.stream()
            .flatMap(condition -> condition.values().stream())
            .flatMap(value -> valueOf(value).stream())
            .toList();
    return values.stream().allMatch(value -> ScalarOrder.compare(values.get(0), value).isPresent());
  }

  private static Interval interval(ValueCondition condition) {
    return condition.interval(LiteralBounds::valueOf);
  }

  private List<Expression> ends(Interval interval) {
    Optional<ValueCondition> between =
        conditions.stream().filter(each -> interval(each).equals(interval)).findFirst();
    if (between.isPresent()) {
      return List.of(between.get().conjunct());
    }
    List<Expression> ends = new ArrayList<>();
    if (interval.lower() != null) {
      ends.add(end(interval.lower(), Interval::lower, ComparisonOperator.GREATER_OR_EQUAL));
    }
    if (interval.upper() != null) {
      ends.add(end(interval.upper(), Interval::upper, ComparisonOperator.LESS_OR_EQUAL));
    }
    return ends;
  }

  // The comparison that bounds the operand so, or one half of the BETWEEN that does.
  private Expression end(
      Bound bound, Function<Interval, @Nullable Bound> side, ComparisonOperator inclusive) {
    return conditions.stream()
        .filter(condition -> bound.equals(side.apply(interval(condition))))
        .map(ValueCondition::conjunct)
        .findFirst()
        .filter(Comparison.class::isInstance)
        .orElseGet(() -> comparison(inclusive, bound.value()));
  }

  private Expression comparison(ComparisonOperator operator, AttributeValue value) {
    return new Comparison(operator, operand, new Literal(value));
  }
}
