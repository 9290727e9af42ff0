package io.partikey.planner.execute;

import java.util.Comparator;

/**
 * A row that is sorted, with the values that it is compared by and its place among the rows that
 * came.
 */
record SortEntry(PlanRow keys, PlanRow row, long sequence) {
  /** The order by keys; rows with equal keys keep theirs. */
  static Comparator<SortEntry> order(RowOrder keys) {
    Comparator<SortEntry> byKeys = Comparator.comparing(SortEntry::keys, keys);
    return byKeys.thenComparingLong(SortEntry::sequence);
  }
}
