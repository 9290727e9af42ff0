package io.partikey.planner.execute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an input in an order, stable. Reads its input to the end before the first row, and
 * closes it.
 *
 * <p>Rows are gathered in memory. Where more bytes of them come than it may hold, it writes what it
 * has as a sorted run to a temporary file, and merges the runs in the end:
 *
 * <pre>
 * run 1   run 2   ...   rows in memory
 *     \     |     ...    /
 *             merge
 * </pre>
 */
final class SortCursor implements Cursor<PlanRow> {
  /** About how many bytes of rows a sort holds in memory. */
  static final long MEMORY_BYTES = 64L * 1024 * 1024;

  private final Cursor<PlanRow> input;
  private final Comparator<SortEntry> order;
  private final RowOrder keys;
  private final long memoryBytes;
  private final List<SortEntry> gathered = new ArrayList<>();
  private final List<RowFile> runs = new ArrayList<>();
  private long gatheredBytes;
  private long sequence;
  private @Nullable Cursor<SortEntry> sorted;

  SortCursor(Cursor<PlanRow> input, RowOrder keys, long memoryBytes) {
    this.input = input;
    this.keys = keys;
    this.order = SortEntry.order(keys);
    this.memoryBytes = memoryBytes;
  }

  /** The rows in an order, only the first where so many are wanted. Closes its input. */
  static Cursor<PlanRow> of(Cursor<PlanRow> input, RowOrder keys, long limit) {
    return limit <= FirstRowsCursor.MOST
        ? new FirstRowsCursor(input, keys, (int) limit)
        : new LimitCursor<>(new SortCursor(input, keys, MEMORY_BYTES), 0, limit);
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Cursor<SortEntry> entries = sorted;
    if (entries == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      entries = merged();
      sorted = entries;
    }
    return entries.next().map(SortEntry::row);
  }

  private CursorStep<PlanRow> gather() {
    while (true) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      PlanRow row = found.value();
      gathered.add(new SortEntry(keys.keysOf(row), row, sequence++));
      gatheredBytes += row.memoryBytes();
      if (gatheredBytes > memoryBytes) {
        spill();
      }
    }
  }

  private void spill() {
    gathered.sort(order);
    RowFile run = RowFile.create();
    runs.add(run);
    run.write(gathered.stream().map(SortEntry::row));
    gathered.clear();
    gatheredBytes = 0;
  }

  // A run holds rows that came before those of the next, and keeps equal rows in their order: so
  // the merge, which takes equal rows from the earlier input first, is stable without sequences.
  private Cursor<SortEntry> merged() {
    gathered.sort(order);
    List<Cursor<SortEntry>> inputs = new ArrayList<>();
    for (RowFile run : runs) {
      inputs.add(new MapCursor<>(run.read(), row -> new SortEntry(keys.keysOf(row), row, 0)));
    }
    inputs.add(new ListCursor<>(gathered));
    return inputs.size() == 1
        ? inputs.get(0)
        : new MergeCursor<>(inputs, Comparator.comparing(SortEntry::keys, keys));
  }

  @Override
  public void close() {
    gathered.clear();
    @Nullable Cursor<SortEntry> entries = sorted;
    sorted = new ListCursor<>(List.of());
    try {
      if (entries != null) {
        entries.close();
      }
      runs.forEach(RowFile::close);
    } finally {
      input.close();
    }
  }
}
