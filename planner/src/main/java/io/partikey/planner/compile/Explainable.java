package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import java.util.List;

/** A statement with a plan. */
interface Explainable extends CompiledStatement {
  /** The indexes that must hold every item of their tables for the plan to be right. */
  CompleteIndexes completeIndexes();

  /** The counts by which the plan was the cheapest. */
  PlannedCounts plannedCounts();

  /** Whether the plan is still right, and likely still the cheapest. */
  default boolean stillHolds(Backend backend) {
    for (String table : plannedCounts().tables()) {
      TableStatistics now = backend.statistics(table);
      if (!completeIndexes().holdIn(table, now) || !plannedCounts().areNear(table, now)) {
        return false;
      }
    }
    return true;
  }

  /** The plan, one node a line. */
  List<String> explain(ExecutionRequest request);

  /** The plan with what each node did when the statement was run, which this does. */
  List<String> analyze(ExecutionRequest request);
}
