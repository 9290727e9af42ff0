package io.partikey.planner.execute;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of an input in an order, stable; never holds more than as many as are wanted.
 * Where those are too large for memory, all rows are sorted. Reads its input to the end before the
 * first row, and closes it.
 */
final class FirstRowsCursor implements Cursor<PlanRow> {
  /** Most rows that are gathered this way; where more are wanted all are sorted. */
  static final long MOST = 1000;

  private final Cursor<PlanRow> input;
  private final RowKeys keys;
  private final int limit;
  private final GatheringLimits limits;
  private final Comparator<SortEntry> order;
  private final PriorityQueue<SortEntry> lastOnTop;
  private final RowSorter sorter;
  private boolean sortAll;
  private long gatheredBytes;
  private long sequence;
  private @Nullable Cursor<PlanRow> sorted;

  FirstRowsCursor(Cursor<PlanRow> input, RowKeys keys, int limit, GatheringLimits limits) {
    this.input = input;
    this.keys = keys;
    this.limit = limit;
    this.limits = limits;
    this.order = SortEntry.order(keys);
    this.lastOnTop = new PriorityQueue<>(order.reversed());
    this.sorter = new RowSorter(keys, limits);
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Cursor<PlanRow> rows = sorted;
    if (rows == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      rows = sortAll ? new LimitCursor<>(sorter.sorted(), 0, limit) : firstRows();
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
      if (sortAll) {
        sorter.add(found.value());
      } else {
        offer(found.value());
      }
    }
    return CursorStep.exhausted();
  }

  private void offer(PlanRow row) {
    SortEntry entry = new SortEntry(keys.keysOf(row), row, sequence++);
    long bytes = entry.memoryBytes();
    limits.requireRoom(bytes);
    lastOnTop.add(entry);
    gatheredBytes += bytes;
    if (lastOnTop.size() > limit) {
      gatheredBytes -= lastOnTop.remove().memoryBytes();
    }
    if (gatheredBytes > limits.memoryBytes()) {
      sortAll = true;
      lastOnTop.stream().sorted(order).map(SortEntry::row).forEach(sorter::add);
      lastOnTop.clear();
    }
  }

  private Cursor<PlanRow> firstRows() {
    return new ListCursor<>(lastOnTop.stream().sorted(order).map(SortEntry::row).toList());
  }

  @Override
  public void close() {
    lastOnTop.clear();
    sorted = new ListCursor<>(List.of());
    try (input) {
      sorter.close();
    }
  }
}
