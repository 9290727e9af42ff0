package io.partikey.planner.compile;

import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Query;
import io.partikey.planner.search.context.SearchContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many items the tables had when a plan chose between their indexes. The plan answers the same
 * whatever they are, but it may no longer be the cheapest when they are many more or many fewer.
 *
 * @param items the items of each table by its name; none where counts are not exact
 */
record PlannedCounts(Map<String, Long> items) {
  /** A change by so many items never matters. */
  private static final long FEW = 1000;

  PlannedCounts {
    items = Map.copyOf(items);
  }

  /** Those of a plan; null stands for a plan that reads by full keys alone. */
  static PlannedCounts of(@Nullable PlanNode root, SearchContext context) {
    Map<String, Long> items = new HashMap<>();
    if (root != null && context.exactCounts()) {
      collect(root, context.statistics(), items);
    }
    return new PlannedCounts(items);
  }

  private static void collect(
      PlanNode node, Function<String, TableStatistics> statistics, Map<String, Long> items) {
    if (node instanceof Query query && !query.table().indexes().isEmpty()) {
      items.computeIfAbsent(query.table().name(), table -> statistics.apply(table).table().items());
    }
    node.inputs().forEach(input -> collect(input, statistics, items));
  }

  /** The tables between whose indexes the plan chose. */
  Set<String> tables() {
    return items.keySet();
  }

  /** Whether a table has come to have no more than twice as many items, and no fewer than half. */
  boolean areNear(String table, TableStatistics counts) {
    long planned = items.getOrDefault(table, 0L);
    long now = counts.table().items();
    return now <= 2 * planned + FEW && planned <= 2 * now + FEW;
  }
}
