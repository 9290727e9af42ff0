package io.partikey.planner.search.key;

import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.SortBounds;
import java.util.List;
import java.util.Set;

/**
 * What conditions say of the key of a table or index.
 *
 * @param partitions for each partition attribute the values that it may have, at least one
 * @param sorts the values that the sort attribute of a table may have; empty where it has none or
 *     is not limited to values
 * @param range what bounds the sort attributes, when they are not limited to values
 * @param used the conjuncts that this key condition stands for, which need not be tested again
 */
public record KeyCondition(
    List<List<Expression>> partitions,
    List<Expression> sorts,
    SortBounds range,
    Set<Expression> used) {
  /** No condition, that of a scan. */
  public static final KeyCondition NONE =
      new KeyCondition(List.of(), List.of(), SortBounds.ALL, Set.of());

  /** How many values a list is taken to have that is not there before the statement runs. */
  private static final int LIST_SIZE = 10;

  public KeyCondition {
    partitions = partitions.stream().map(List::copyOf).toList();
    sorts = List.copyOf(sorts);
    used = Set.copyOf(used);
  }

  /**
   * How many item collections are read, or of how many items are got; an estimate where values come
   * in a list.
   */
  public int collections() {
    int product = 1;
    for (List<Expression> values : partitions) {
      product *= count(values);
    }
    return product;
  }

  /** How many full keys it names, given that it names full keys. */
  public int keys() {
    return collections() * Math.max(1, count(sorts));
  }

  /** How many values the expressions are. */
  static int count(List<Expression> values) {
    int count = 0;
    for (Expression value : values) {
      count += value instanceof Elements ? LIST_SIZE : 1;
    }
    return count;
  }

  /** The conjuncts that must still be tested of each item. */
  public List<Expression> residualOf(List<Expression> conjuncts) {
    return conjuncts.stream().filter(conjunct -> !used.contains(conjunct)).toList();
  }
}
