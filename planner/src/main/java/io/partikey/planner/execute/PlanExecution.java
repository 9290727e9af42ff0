package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.plan.PlanNode;
import java.util.function.Consumer;

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
   * @param ended told once what was consumed, when the rows are exhausted, fail or are closed
   * @return the rows; the caller closes them
   * @throws io.partikey.engine.error.EngineException when a key or a limit has a value that it
   *     cannot have
   */
  public static RowCursor open(
      PlanNode root,
      ResultLayout layout,
      Dialect dialect,
      ExecutionRequest request,
      Consumer<ConsumedCapacity> ended) {
    ExecutionContext context = new ExecutionContext(request, dialect);
    return new ExecutingRows(context, rows(context, root), layout, ended);
  }

  /** The rows of a plan, no more than the request wants. The caller closes cursor and context. */
  static Cursor<PlanRow> rows(ExecutionContext context, PlanNode root) {
    ExecutionRequest request = context.request();
    Slicing slicing = new Slicing(0, request.maxRows() > 0 ? request.maxRows() : Demand.ALL_ROWS);
    Demand demand = new Demand(slicing.limit(), request.fetchSize());
    return slicing.apply(new PlanCursors(context).rows(root, demand));
  }
}
