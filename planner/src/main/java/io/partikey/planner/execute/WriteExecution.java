package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.plan.WritePlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the plan of a write. */
public final class WriteExecution {
  private WriteExecution() {}

  /**
   * Runs a write: all of it or, when it fails, nothing.
   *
   * <p>A write that looks for its items reads them from one snapshot and tests the condition again
   * as it changes them. Where another connection was in between it begins anew, a few times.
   *
   * @param plan what to write
   * @param returning how the items of RETURNING are shown, one star; asked for after the write, and
   *     only where the plan returns items
   * @param dialect what becomes of a condition that does not hold
   * @param request parameters and where to write; its limits of rows do not matter
   * @return how many items were changed, or with RETURNING the items
   * @throws io.partikey.engine.error.EngineException with {@code DUPLICATE_ITEM} when INSERT meets
   *     an item of the same key; in DynamoDB's dialect with {@code CONDITION_FAILED} when the
   *     condition does not hold or the item of an UPDATE does not exist; with {@code
   *     TRANSACTION_CONFLICT} when other connections keep changing what it is about to change
   */
  public static StatementResult execute(
      WritePlan plan, Supplier<ResultLayout> returning, Dialect dialect, ExecutionRequest request) {
    try (ExecutionContext context = context(dialect, request)) {
      WriteSummary summary = run(plan, context);
      ConsumedCapacity consumed = context.consumed().plus(summary.consumed());
      if (returned(plan) == ReturnValues.NONE) {
        return new StatementResult.Count(summary.count(), consumed);
      }
      ResultLayout layout = returning.get();
      List<Row> rows =
          summary.returned().stream().map(item -> layout.show(PlanRow.of(item.asMap()))).toList();
      return new StatementResult.Rows(
          layout.columns(), new CollectedRows(rows, consumed, context.itemsRead()));
    }
  }

  /** The one write that a statement is; empty where it may change other than one item. */
  public static Optional<WriteRequest> request(
      WritePlan plan, Dialect dialect, ExecutionRequest request) {
    try (ExecutionContext context = context(dialect, request)) {
      if (plan instanceof WritePlan.PutItems put) {
        return new PutExecution(context, put.table(), put.ifExists()).single(put);
      }
      return plan instanceof WritePlan.PutRows
          ? Optional.empty()
          : ChangeExecution.of(plan, context).single();
    }
  }

  /** The context of a write: the limits of the request do not bind what the write reads. */
  static ExecutionContext context(Dialect dialect, ExecutionRequest request) {
    return new ExecutionContext(
        new ExecutionRequest(
            request.backend(), request.items(), request.parameters(), 0, 0, request.cancellation()),
        dialect);
  }

  /** Runs a write. */
  static WriteSummary run(WritePlan plan, ExecutionContext context) {
    context.checkCancellation();
    if (plan instanceof WritePlan.PutItems put) {
      return new PutExecution(context, put.table(), put.ifExists()).put(put);
    }
    if (plan instanceof WritePlan.PutRows put) {
      return new PutExecution(context, put.table(), put.ifExists()).put(put);
    }
    return ChangeExecution.of(plan, context).run();
  }

  private static ReturnValues returned(WritePlan plan) {
    if (plan instanceof WritePlan.UpdateItems update) {
      return update.returning();
    }
    return plan instanceof WritePlan.DeleteItems delete ? delete.returning() : ReturnValues.NONE;
  }
}
