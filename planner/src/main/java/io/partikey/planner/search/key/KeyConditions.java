package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.SortBounds.End;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key condition that conjuncts make for a key: a value for each partition attribute, then
 * values for the sort attributes from the left, then any bounds of the next one.
 */
final class KeyConditions {
  private final KeySchema key;
  private final List<ValueCondition> conditions;
  private final Set<Expression> used = new HashSet<>();

  private KeyConditions(KeySchema key, List<Expression> conjuncts) {
    this.key = key;
    this.conditions = conjuncts.stream().map(ValueCondition::of).flatMap(Optional::stream).toList();
  }

  /**
   * The key condition of a table; its sort key may be limited to several values, each of which is
   * got by itself.
   */
  static Optional<KeyCondition> ofTable(KeySchema key, List<Expression> conjuncts) {
    return new KeyConditions(key, conjuncts).find(true);
  }

  /** The key condition of an index. */
  static Optional<KeyCondition> ofIndex(KeySchema key, List<Expression> conjuncts) {
    return new KeyConditions(key, conjuncts).find(false);
  }

  private Optional<KeyCondition> find(boolean sortPoints) {
    List<List<Expression>> partitions = new ArrayList<>();
    for (KeyAttribute attribute : key.partition()) {
      Optional<ValueCondition> points = points(attribute);
      if (points.isEmpty()) {
        return Optional.empty();
      }
      partitions.add(use(points.get()));
    }
    if (sortPoints && !key.sort().isEmpty()) {
      Optional<ValueCondition> points = points(key.sort().get(0));
      if (points.isPresent()) {
        List<Expression> sorts = use(points.get());
        return Optional.of(new KeyCondition(partitions, sorts, SortBounds.ALL, used));
      }
    }
    SortBounds range = range();
    return Optional.of(new KeyCondition(partitions, List.of(), range, used));
  }

  private List<Expression> use(ValueCondition points) {
    used.add(points.conjunct());
    return inOrder(points.points());
  }

  /** The condition that leaves an attribute the fewest values; the first of equal ones. */
  private Optional<ValueCondition> points(KeyAttribute attribute) {
    return conditions(attribute).stream()
        .filter(ValueCondition::isPoints)
        .min(Comparator.comparingInt(condition -> KeyCondition.count(condition.points())));
  }

  private List<ValueCondition> conditions(KeyAttribute attribute) {
    return conditions.stream()
        .filter(condition -> condition.attribute().equals(attribute.name()))
        .filter(condition -> KeyTypes.accepts(attribute, condition))
        .toList();
  }

  private SortBounds range() {
    List<Expression> equal = new ArrayList<>();
    for (KeyAttribute attribute : key.sort()) {
      Optional<ValueCondition> equality = points(attribute).filter(ValueCondition::isEquality);
      if (equality.isEmpty()) {
        return bounds(attribute, equal);
      }
      equal.addAll(use(equality.get()));
    }
    return new SortBounds(equal, List.of(), List.of(), List.of());
  }

  private SortBounds bounds(KeyAttribute attribute, List<Expression> equal) {
    List<End> lower = new ArrayList<>();
    List<End> upper = new ArrayList<>();
    List<Expression> prefixes = new ArrayList<>();
    for (ValueCondition condition : conditions(attribute)) {
      if (!condition.isPoints()) {
        used.add(condition.conjunct());
        addPresent(lower, condition.lower());
        addPresent(upper, condition.upper());
        addPresent(prefixes, condition.prefix());
      }
    }
    return new SortBounds(equal, lower, upper, prefixes);
  }

  private static <T> void addPresent(List<T> list, @Nullable T element) {
    if (element != null) {
      list.add(element);
    }
  }

  /** Literals in the order of the key, so that reads come in it; other values as they stand. */
  private static List<Expression> inOrder(List<Expression> values) {
    if (values.size() < 2 || !values.stream().allMatch(Literal.class::isInstance)) {
      return values;
    }
    return values.stream().sorted(KeyConditions::compareLiterals).toList();
  }

  private static int compareLiterals(Expression left, Expression right) {
    @Nullable AttributeValue a = ((Literal) left).value();
    @Nullable AttributeValue b = ((Literal) right).value();
    return a == null || b == null ? 0 : ScalarOrder.compare(a, b).orElse(0);
  }
}
