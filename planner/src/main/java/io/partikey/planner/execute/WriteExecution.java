package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.Dialect;
import io.partikey.planner.ExecutionRequest;
import io.partikey.planner.StatementResult;
import io.partikey.planner.plan.WritePlan;
import java.util.function.Supplier;

/** Runs the plan of a write. */
public final class WriteExecution {
  private WriteExecution() {}

  /**
   * Runs a write: all of it or, when it fails, nothing.
   *
   * @param plan what to write
   * @param returning how the items of RETURNING are shown, one star; asked for after the write, and
   *     only where the plan returns items
   * @param dialect what becomes of a condition that does not hold
   * @param request parameters and where to write
   * @return how many items were changed, or with RETURNING the items
   * @throws io.partikey.engine.error.EngineException with {@code DUPLICATE_ITEM} when INSERT meets
   *     an item of the same key; in the service's dialect with {@code CONDITION_FAILED} when the
   *     condition does not hold or the item of an UPDATE does not exist
   */
  public static StatementResult execute(
      WritePlan plan, Supplier<ResultLayout> returning, Dialect dialect, ExecutionRequest request) {
    return new StatementResult.Count(0, ConsumedCapacity.NONE);
  }
}
