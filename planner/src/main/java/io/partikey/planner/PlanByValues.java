package io.partikey.planner;

import io.partikey.engine.backend.ConsumedCapacity;
import java.util.Optional;

/**
 * Plans a query anew, by the values of its parameters, once its plan has read much: the plan chose
 * between indexes before there were values, and so by mean item collections. From then on each run
 * chooses by its own values, which takes less time than such reads do. Thread-safe.
 */
final class PlanByValues {
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

  /** The rows of a run, of which is noted how much they read. */
  RowCursor watched(RowCursor rows) {
    return choseWithoutValues ? new WatchedRows(rows) : rows;
  }

  private final class WatchedRows implements RowCursor {
    private final RowCursor rows;

    WatchedRows(RowCursor rows) {
      this.rows = rows;
    }

    @Override
    public Optional<Row> next() {
      Optional<Row> row = rows.next();
      if (row.isEmpty()) {
        note();
      }
      return row;
    }

    private void note() {
      if (consumed().readUnits() > MUCH) {
        readMuch = true;
      }
    }

    @Override
    public ConsumedCapacity consumed() {
      return rows.consumed();
    }

    @Override
    public long itemsRead() {
      return rows.itemsRead();
    }

    @Override
    public void close() {
      note();
      rows.close();
    }
  }
}
