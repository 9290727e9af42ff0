package io.partikey.planner.execute;

import java.util.Comparator;

/**
 * A row that is sorted, with the values that it is compared by and its place among the rows that
 * came.
 */
record SortEntry(PlanRow keys, PlanRow row, long sequence) {
  /** About how many bytes of memory an entry takes beside its row, whose values its keys share. */
  static final long MEMORY_BYTES = 96;

  /** The order by keys; rows with equal keys keep theirs. */
  static Comparator<SortEntry> order(RowKeys keys) {
    Comparator<SortEntry> byKeys = Comparator.comparing(SortEntry::keys, keys);
    return byKeys.thenComparingLong(SortEntry::sequence);
  }
}
