package io.partikey.jdbc;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.ErrorCode;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements that wait to be executed together, in their order. Execution stops at the first that
 * fails; those before it stay done, unless a transaction is rolled back. The batch is empty
 * afterwards, whatever happened.
 *
 * <p>In auto-commit mode several statements share a commit, because a commit waits for the disk;
 * definitions, which are commits of their own, share none. Where that commit loses against another
 * writer, they are executed again, each on its own. Where it fails in another way, or the batch is
 * told to stop before it, none of them is done.
 */
final class Batch {
  /** Most statements of one commit. */
  private static final int MOST_TOGETHER = 1000;

  private static final String TOO_LARGE = ErrorCode.LIMIT_EXCEEDED.sqlState();

  private static final long ENTRY_BYTES = 200;

  private final List<Entry> entries = new ArrayList<>();
  private long memoryBytes;

  /** One statement of a batch. */
  @FunctionalInterface
  interface Entry {
    /** Executes the statement and returns its count. */
    long execute() throws SQLException;
  }

  /**
   * Adds a statement.
   *
   * @param bytes about how many bytes of memory its text and its parameters take
   * @throws SQLException with state 54000 if they are too much with those of the others; the batch
   *     stays as it is
   */
  void add(Entry entry, long bytes) throws SQLException {
    long limit = MemoryLimit.BATCH.bytes();
    if (memoryBytes + bytes > limit) {
      throw SqlExceptions.batchTooLarge(entries.size(), limit);
    }
    memoryBytes += bytes + ENTRY_BYTES;
    entries.add(entry);
  }

  void clear() {
    entries.clear();
    memoryBytes = 0;
  }

  /**
   * Executes the statements.
   *
   * @param control what may stop them
   * @return their counts
   * @throws BatchUpdateException with the counts of those before the one that failed, whose error
   *     is the cause and the next exception
   */
  long[] execute(Session session, ExecutionControl control) throws SQLException {
    List<Entry> executed = List.copyOf(entries);
    clear();
    long[] counts = new long[executed.size()];
    int done = 0;
    while (done < counts.length) {
      int end = Math.min(counts.length, done + MOST_TOGETHER);
      Stretch stretch = new Stretch(executed, counts, done, end);
      try {
        stretch.execute(session, control);
      } catch (SQLException notCommitted) {
        throw failure(
            together(done, Math.max(stretch.done, done + 1)),
            Arrays.copyOf(counts, done),
            notCommitted);
      }
      done = stretch.done;
      if (stretch.failure != null) {
        throw failure(together(done, done + 1), Arrays.copyOf(counts, done), stretch.failure);
      }
    }
    return counts;
  }

  private static String together(int start, int end) {
    return end == start + 1
        ? "Statement " + end
        : "The common commit of statements " + (start + 1) + " to " + end;
  }

  private static BatchUpdateException failure(String what, long[] counts, SQLException error) {
    BatchUpdateException failure =
        new BatchUpdateException(
            what + " of the batch failed: " + error.getMessage(),
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

  /** The statements of one commit. */
  private static final class Stretch {
    private final List<Entry> entries;
    private final long[] counts;
    private final int start;
    private final int end;
    private int done;
    private @Nullable SQLException failure;

    Stretch(List<Entry> entries, long[] counts, int start, int end) {
      this.entries = entries;
      this.counts = counts;
      this.start = start;
      this.end = end;
    }

    /**
     * Executes them up to the first that fails, whose error is kept.
     *
     * @throws SQLException if what they wrote was not committed; none of them is done then
     */
    void execute(Session session, ExecutionControl control) throws SQLException {
      try {
        session.inOneCommit(() -> run(session.transaction()::isRunning), control);
      } catch (SQLTransactionRollbackException lost) {
        session.call(() -> run(() -> true), control);
      }
    }

    /**
     * Executes up to the first that fails; its error is kept, so that those before it count. One
     * that is too much for the commit of those before it, or no part of it, begins the next
     * stretch.
     *
     * @param goesOn whether another one may follow the last in this stretch
     */
    private Stretch run(BooleanSupplier goesOn) {
      failure = null;
      done = start;
      while (done < end) {
        try {
          counts[done] = entries.get(done).execute();
        } catch (CommitFirstException next) {
          return this;
        } catch (SQLException error) {
          boolean commitIsFull = done > start && TOO_LARGE.equals(error.getSQLState());
          failure = commitIsFull ? null : error;
          return this;
        }
        done++;
        if (!goesOn.getAsBoolean()) {
          return this;
        }
      }
      return this;
    }
  }
}
