package io.partikey.planner.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an input in an order, stable. Reads its input to the end before the first row; holds
 * only as many rows as are wanted, where that is known. Closes its input.
 */
final class SortCursor implements Cursor<PlanRow> {
  private final Cursor<PlanRow> input;
  private final RowOrder order;
  private final long limit;
  private final Comparator<Entry> byKeys;
  private @Nullable PriorityQueue<Entry> first;
  private final List<Entry> all = new ArrayList<>();
  private @Nullable Iterator<Entry> sorted;
  private long sequence;

  SortCursor(Cursor<PlanRow> input, RowOrder order, long limit) {
    this.input = input;
    this.order = order;
    this.limit = limit;
    Comparator<Entry> comparator = Comparator.comparing(Entry::keys, order);
    this.byKeys = comparator.thenComparingLong(Entry::sequence);
    this.first = limit == Demand.ALL_ROWS ? null : new PriorityQueue<>(byKeys.reversed());
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Iterator<Entry> entries = sorted;
    if (entries == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      @Nullable PriorityQueue<Entry> heap = first;
      if (heap != null) {
        all.addAll(heap);
      }
      all.sort(byKeys);
      entries = all.iterator();
      sorted = entries;
    }
    return entries.hasNext() ? CursorStep.found(entries.next().row()) : CursorStep.exhausted();
  }

  private CursorStep<PlanRow> gather() {
    while (true) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      add(new Entry(order.keysOf(found.value()), found.value(), sequence++));
    }
  }

  private void add(Entry entry) {
    @Nullable PriorityQueue<Entry> heap = first;
    if (heap == null) {
      all.add(entry);
      return;
    }
    heap.add(entry);
    if (heap.size() > limit) {
      heap.remove();
    }
  }

  @Override
  public void close() {
    all.clear();
    first = null;
    sorted = Collections.emptyIterator();
    input.close();
  }

  /** A row with the values that it is compared by, and its place among the rows of the input. */
  private record Entry(PlanRow keys, PlanRow row, long sequence) {}
}
