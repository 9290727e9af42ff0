package io.partikey.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Statements that wait to be executed together, in their order. Execution stops at the first that
 * fails; those before it stay done, unless a transaction is rolled back. The batch is empty
 * afterwards, whatever happened.
 */
final class Batch {
  private final List<Entry> entries = new ArrayList<>();

  /** One statement of a batch. */
  @FunctionalInterface
  interface Entry {
    /** Executes the statement and returns its count. */
    long execute() throws SQLException;
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  void clear() {
    entries.clear();
  }

  /**
   * Executes the statements.
   *
   * @return their counts
   * @throws BatchUpdateException with the counts of those before the one that failed, whose error
   *     is the cause and the next exception
   */
  long[] execute() throws BatchUpdateException {
    List<Entry> executed = List.copyOf(entries);
    entries.clear();
    long[] counts = new long[executed.size()];
    for (int i = 0; i < counts.length; i++) {
      try {
        counts[i] = executed.get(i).execute();
      } catch (SQLException error) {
        throw failure(i, Arrays.copyOf(counts, i), error);
      }
    }
    return counts;
  }

  private static BatchUpdateException failure(int index, long[] counts, SQLException error) {
    BatchUpdateException failure =
        new BatchUpdateException(
            "Statement " + (index + 1) + " of the batch failed: " + error.getMessage(),
            error.getSQLState(),
            error.getErrorCode(),
            counts,
            error);
    failure.setNextException(error);
    return failure;
  }

  /** Counts as ints, the most that one holds where there are more. */
  static int[] toInts(long[] counts) {
    return Arrays.stream(counts)
        .mapToInt(count -> (int) Math.min(count, Integer.MAX_VALUE))
        .toArray();
  }
}
