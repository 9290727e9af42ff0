package io.partikey.planner.execute;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of an input in an order, stable; never holds more than as many as are wanted.
 * Reads its input to the end before the first row, and closes it.
 */
final class FirstRowsCursor implements Cursor<PlanRow> {
  /** Most rows that are gathered this way; where more are wanted all are sorted. */
  static final long MOST = 1000;

  private final Cursor<PlanRow> input;
  private final RowOrder keys;
  private final int limit;
  private final Comparator<SortEntry> order;
  private final PriorityQueue<SortEntry> lastOnTop;
  private long sequence;
  private @Nullable Cursor<PlanRow> sorted;

  FirstRowsCursor(Cursor<PlanRow> input, RowOrder keys, int limit) {
    this.input = input;
    this.keys = keys;
    this.limit = limit;
    this.order = SortEntry.order(keys);
    this.lastOnTop = new PriorityQueue<>(order.reversed());
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Cursor<PlanRow> rows = sorted;
    if (rows == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      List<PlanRow> first = lastOnTop.stream().sorted(order).map(SortEntry::row).toList();
      rows = new ListCursor<>(first);
      sorted = rows;
    }
    return rows.next();
  }

  private CursorStep<PlanRow> gather() {
    while (limit > 0) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      PlanRow row = found.value();
      lastOnTop.add(new SortEntry(keys.keysOf(row), row, sequence++));
      if (lastOnTop.size() > limit) {
        lastOnTop.remove();
      }
    }
    return CursorStep.exhausted();
  }

  @Override
  public void close() {
    lastOnTop.clear();
    sorted = new ListCursor<>(List.of());
    input.close();
  }
}
