package io.partikey.planner.execute;

import java.util.ArrayList;
import java.util.List;

/**
 * What an input finds, in lists of up to as many as one request of the store gets. A pause of the
 * input ends a list early. Closes its input.
 *
 * <p>Where few are wanted the first list is that short, and the next ones double.
 */
final class BatchCursor<T> implements Cursor<List<T>> {
  /** Most keys that one request gets. */
  static final int MOST = 100;

  private final Cursor<T> input;
  private final int most;
  private int size;

  BatchCursor(Cursor<T> input, Demand demand) {
    this.input = input;
    this.most = demand.fetchSize() > 0 ? Math.min(MOST, demand.fetchSize()) : MOST;
    this.size = (int) Math.max(1, Math.min(most, demand.rows()));
  }

  @Override
  public CursorStep<List<T>> next() {
    List<T> batch = new ArrayList<>(size);
    while (batch.size() < size) {
      CursorStep<T> step = input.next();
      if (!(step instanceof CursorStep.Found<T> found)) {
        if (batch.isEmpty()) {
          return step.map(value -> batch);
        }
        break;
      }
      batch.add(found.value());
    }
    size = Math.min(most, 2 * size);
    return CursorStep.found(batch);
  }

  @Override
  public void close() {
    input.close();
  }
}
