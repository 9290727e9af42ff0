package io.partikey.planner.execute;

import io.partikey.engine.backend.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an input finds, in lists of up to as many as one request of the store gets, and no further
 * than what fills a page. A pause of the input ends a list early. Closes its input.
 *
 * <p>Where few are wanted the first list is that short, and the next ones double.
 */
final class BatchCursor<T> implements Cursor<List<T>> {
  /** Most keys that one request gets. */
  static final int MOST = 100;

  private final Cursor<T> input;
  private final ToLongFunction<T> memoryBytes;
  private final int most;
  private int size;

  /**
   * A cursor that has read nothing yet.
   *
   * @param memoryBytes about how many bytes of memory one takes
   */
  BatchCursor(Cursor<T> input, Demand demand, ToLongFunction<T> memoryBytes) {
    this.input = input;
    this.memoryBytes = memoryBytes;
    this.most = demand.fetchSize() > 0 ? Math.min(MOST, demand.fetchSize()) : MOST;
    this.size = (int) Math.max(1, Math.min(most, demand.rows()));
  }

  @Override
  public CursorStep<List<T>> next() {
    List<T> batch = new ArrayList<>(size);
    long bytes = 0;
    while (batch.size() < size && bytes < Page.MOST_BYTES) {
      CursorStep<T> step = input.next();
      if (!(step instanceof CursorStep.Found<T> found)) {
        if (batch.isEmpty()) {
          return step.map(value -> batch);
        }
        break;
      }
      batch.add(found.value());
      bytes += memoryBytes.applyAsLong(found.value());
    }
    size = Math.min(most, 2 * size);
    return CursorStep.found(batch);
  }

  @Override
  public void close() {
    input.close();
  }
}
