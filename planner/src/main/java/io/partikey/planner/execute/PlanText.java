package io.partikey.planner.execute;

import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import java.util.List;

/** What EXPLAIN shows: the tree of a plan, one node a line, with its keys and its cost. */
public final class PlanText {
  private PlanText() {}

  /** The lines for a query. The first names the search that found the plan and the total cost. */
  public static List<String> of(QueryPlan plan) {
    return List.of();
  }

  /** The lines for a write, whose cost is estimated from the counts of its table. */
  public static List<String> of(WritePlan plan, TableStatistics statistics) {
    return List.of();
  }
}
