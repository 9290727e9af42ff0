package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of a running plan. Gives up its snapshot when it is exhausted, fails or is closed.
 *
 * <p>The statement's cancellation is asked before each read and after each row and pause.
 */
public final class ExecutingRows implements RowCursor {
  private final ExecutionContext context;
  private final Cursor<PlanRow> rows;
  private final ResultLayout layout;
  private final Consumer<ConsumedCapacity> whenEnded;
  private boolean ended;

  public ExecutingRows(
      ExecutionContext context,
      Cursor<PlanRow> rows,
      ResultLayout layout,
      Consumer<ConsumedCapacity> whenEnded) {
    this.whenEnded = whenEnded;
    this.context = context;
    this.rows = rows;
    this.layout = layout;
  }

  @Override
  public Optional<Row> next() {
    boolean found = false;
    try {
      Optional<PlanRow> row = nextRow();
      found = row.isPresent();
      return row.map(layout::show);
    } finally {
      if (!found) {
        close();
      }
    }
  }

  private Optional<PlanRow> nextRow() {
    while (!ended) {
      context.checkCancellation();
      CursorStep<PlanRow> step = rows.next();
      if (step instanceof CursorStep.Found<PlanRow> found) {
        return Optional.of(found.value());
      }
      if (step.isExhausted()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public ConsumedCapacity consumed() {
    return context.consumed();
  }

  @Override
  public long itemsRead() {
    return context.itemsRead();
  }

  @Override
  public void close() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      rows.close();
    } finally {
      context.close();
      whenEnded.accept(context.consumed());
    }
  }
}
