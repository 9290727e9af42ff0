package io.partikey.planner.compile;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plans a query anew, by the values of its parameters, once its plan has read much: the plan chose
 * between indexes before there were values, and so by mean item collections. From then on each run
 * chooses by its own values, which takes less time than such reads do. Thread-safe.
 */
final class PlanByValues implements Consumer<ConsumedCapacity> {
  /** Read units, eventually consistent, from which on planning takes less time than reading. */
  private static final double MUCH = 4;

  private final boolean choseWithoutValues;
  private final CompleteIndexes.Replanning replanning;
  private volatile boolean readMuch;

  /**
   * For one plan.
   *
   * @param choseWithoutValues whether values of parameters would have decided between indexes
   * @param replanning plans the statement for a request
   */
  PlanByValues(boolean choseWithoutValues, CompleteIndexes.Replanning replanning) {
    this.choseWithoutValues = choseWithoutValues;
    this.replanning = replanning;
  }

  /** The statement to run instead, planned for the values of a request. */
  Optional<CompiledStatement> instead(ExecutionRequest request) {
    return readMuch
        ? Optional.of(replanning.plan(request, request.backend()::statistics))
        : Optional.empty();
  }

  /** Takes what a run consumed. */
  @Override
  public void accept(ConsumedCapacity consumed) {
    if (choseWithoutValues && consumed.readUnits() > MUCH) {
      readMuch = true;
    }
  }
}
