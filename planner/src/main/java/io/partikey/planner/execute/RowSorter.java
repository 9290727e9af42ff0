package io.partikey.planner.execute;

import io.partikey.engine.backend.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts any number of rows in bounded memory; stable. Everything that would otherwise hold its rows
 * leans on it: ORDER BY, and what groups and removes repetitions when memory does not suffice.
 *
 * <p>Rows are gathered in memory. Where more bytes of them come than it may hold, it writes what it
 * has as a sorted run to a temporary file, and merges the runs in the end. So that few files are
 * open at once, as many runs of one level as are merged at once become a run of the next. A merge
 * holds a row of each run, so of large rows fewer are merged at once:
 *
 * <pre>
 * level 2           run
 * level 1      run   ...   run
 * level 0   run ... run
 * memory    rows
 * </pre>
 */
final class RowSorter implements AutoCloseable {
  /** How many runs are merged at once, at most. */
  static final int FAN_IN = 32;

  private static final int COMPARISONS_BETWEEN_CHECKS = 1000;

  private final RowKeys keys;
  private final GatheringLimits limits;
  private final Comparator<SortEntry> order;
  private final List<SortEntry> gathered = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private long gatheredBytes;
  private long largestRow = 1;
  private long sequence;
  private int comparisons;

  /** A sorted file, and how many times its rows were merged. */
  private record Run(RowFile file, int level) {}

  RowSorter(RowKeys keys, GatheringLimits limits) {
    this.keys = keys;
    this.limits = limits;
    this.order = checking(SortEntry.order(keys));
  }

  private <T> Comparator<T> checking(Comparator<T> comparator) {
    return (left, right) -> {
      if (++comparisons % COMPARISONS_BETWEEN_CHECKS == 0) {
        limits.cancellation().check();
      }
      return comparator.compare(left, right);
    };
  }

  /** Takes a row in. Not after {@link #sorted}. */
  void add(PlanRow row) {
    SortEntry entry = new SortEntry(keys.keysOf(row), row, sequence++);
    long bytes = entry.memoryBytes();
    limits.requireRoom(bytes);
    gathered.add(entry);
    largestRow = Math.max(largestRow, bytes);
    gatheredBytes += bytes;
    if (gatheredBytes > limits.memoryBytes()) {
      spill();
    }
  }

  /** The rows in their order; the cursor ends with this, closed or not. */
  Cursor<PlanRow> sorted() {
    if (runs.isEmpty()) {
      gathered.sort(order);
      return new MapCursor<>(new ListCursor<>(gathered), SortEntry::row);
    }
    // Whoever reads the rows needs memory as well.
    spill();
    while (runs.size() > fanIn() && runs.size() * largestRow > mergeBytes()) {
      mergeLast(fanIn());
    }
    return merged(runs);
  }

  private int fanIn() {
    return (int) Math.max(2, Math.min(FAN_IN, mergeBytes() / largestRow));
  }

  private long mergeBytes() {
    return Math.max(limits.memoryBytes(), Page.MOST_BYTES);
  }

  private void spill() {
    if (gathered.isEmpty()) {
      return;
    }
    gathered.sort(order);
    Run run = newRun(0);
    Cursor<PlanRow> rows = new MapCursor<>(new ListCursor<>(gathered), SortEntry::row);
    run.file().write(rows, limits.cancellation());
    gathered.clear();
    gatheredBytes = 0;
    mergeFullLevels();
  }

  private Run newRun(int level) {
    Run run = new Run(RowFile.create(), level);
    runs.add(run);
    return run;
  }

  private void mergeFullLevels() {
    while (lastOfOneLevel() >= fanIn()) {
      mergeLast(fanIn());
    }
  }

  // The last ones, so that every run holds rows that came before those of the next.
  private void mergeLast(int count) {
    List<Run> last = List.copyOf(runs.subList(runs.size() - count, runs.size()));
    Run merged = newRun(last.get(0).level() + 1);
    merged.file().write(merged(last), limits.cancellation());
    last.forEach(run -> run.file().close());
    runs.removeAll(last);
  }

  private int lastOfOneLevel() {
    int level = runs.get(runs.size() - 1).level();
    return (int) runs.stream().filter(run -> run.level() == level).count();
  }

  // A run holds rows that came before those of the next, and keeps equal rows in their order: so
  // the merge, which takes equal rows from the earlier input first, is stable without sequences.
  private Cursor<PlanRow> merged(List<Run> inputs) {
    List<Cursor<SortEntry>> entries = new ArrayList<>();
    for (Run run : inputs) {
      entries.add(
          new MapCursor<>(run.file().read(), row -> new SortEntry(keys.keysOf(row), row, 0)));
    }
    return new MapCursor<>(
        new MergeCursor<>(entries, Comparator.comparing(SortEntry::keys, keys)), SortEntry::row);
  }

  /** Forgets the rows and removes the files. Idempotent. */
  @Override
  public void close() {
    gathered.clear();
    runs.forEach(run -> run.file().close());
    runs.clear();
  }
}
