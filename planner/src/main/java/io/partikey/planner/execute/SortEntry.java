package io.partikey.planner.execute;

import java.util.Comparator;

/**
 * A row that is sorted, with the values that it is compared by and its place among the rows that
 * came.
 */
record SortEntry(PlanRow keys, PlanRow row, long sequence) {
  // What an entry takes beside its row and its keys.
  private static final long ENTRY_BYTES = 96;

  /**
   * About how many bytes of memory an entry takes; of its keys those that its row does not hold.
   */
  long memoryBytes() {
    return ENTRY_BYTES + row.memoryBytes() + keys.memoryBytesBeside(row);
  }

  /** The order by keys; rows with equal keys keep theirs. */
  static Comparator<SortEntry> order(RowKeys keys) {
    Comparator<SortEntry> byKeys = Comparator.comparing(SortEntry::keys, keys);
    return byKeys.thenComparingLong(SortEntry::sequence);
  }
}
