package io.partikey.planner.execute;

import java.util.ArrayList;
import java.util.List;

/** Rows with a pause before each, as of pages that give nothing; knows whether it was closed. */
final class PausingCursor implements Cursor<PlanRow> {
  private final List<PlanRow> rows;
  private int steps;
  private int closed;

  PausingCursor(List<PlanRow> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public CursorStep<PlanRow> next() {
    if (steps == 2 * rows.size()) {
      return CursorStep.exhausted();
    }
    int step = steps++;
    return step % 2 == 0 ? CursorStep.paused() : CursorStep.found(rows.get(step / 2));
  }

  @Override
  public void close() {
    closed++;
  }

  /** Whether it was closed at least once. */
  boolean isClosed() {
    return closed > 0;
  }

  /** How many rows were taken. */
  int taken() {
    return steps / 2;
  }

  /** All that a cursor finds; closes it. */
  static <T> List<T> drain(Cursor<T> cursor) {
    try (cursor) {
      List<T> found = new ArrayList<>();
      while (true) {
        CursorStep<T> step = cursor.next();
        if (step.isExhausted()) {
          return found;
        }
        if (step instanceof CursorStep.Found<T> one) {
          found.add(one.value());
        }
      }
    }
  }
}
