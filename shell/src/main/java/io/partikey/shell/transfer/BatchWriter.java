package io.partikey.shell.transfer;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes batches of items to one table over a connection of its own, each in one transaction. For
 * one thread at a time.
 */
final class BatchWriter implements AutoCloseable {
  /** How often a batch is tried when another writer was faster. */
  private static final int MOST_ATTEMPTS = 10;

  /** Classes of SQLStates that say that an item is bad, rather than that nothing works. */
  private static final Set<String> STATES_OF_ITEMS = Set.of("22", "23", "42", "54");

  private final Connection connection;
  private final PreparedStatement statement;

  /** A writer on a connection, which it closes with itself. */
  BatchWriter(Connection connection, String sql) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.statement = connection.prepareStatement(sql);
  }

  /**
   * Writes items.
   *
   * @param mostRejected how many items may be passed over; behind one more nothing is written
   * @throws SQLException if the failure is not that of single items; none is written then
   */
  Result write(List<SourceItem> items, long mostRejected) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return writeOnce(items, mostRejected);
      } catch (SQLTransactionRollbackException conflict) {
        connection.rollback();
        if (attempt == MOST_ATTEMPTS) {
          throw conflict;
        }
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      }
    }
  }

  private Result writeOnce(List<SourceItem> items, long mostRejected) throws SQLException {
    List<Rejected> rejected = new ArrayList<>();
    int done = 0;
    while (done < items.size() && rejected.size() <= mostRejected) {
      done += writeUntilFailure(items.subList(done, items.size()), rejected);
    }
    connection.commit();
    return new Result(done - rejected.size(), rejected);
  }

  /** Writes items and returns how many were tried: all up to the first that failed. */
  private int writeUntilFailure(List<SourceItem> items, List<Rejected> rejected)
      throws SQLException {
    try {
      for (SourceItem item : items) {
        statement.setObject(1, item.item());
        statement.addBatch();
      }
      statement.executeLargeBatch();
      return items.size();
    } catch (BatchUpdateException failed) {
      SQLException reason = failed.getNextException();
      if (reason == null || !isOfItem(reason)) {
        throw reason == null ? failed : reason;
      }
      int written = failed.getLargeUpdateCounts().length;
      rejected.add(new Rejected(items.get(written), String.valueOf(reason.getMessage())));
      return written + 1;
    }
  }

  private static boolean isOfItem(SQLException error) {
    String state = error.getSQLState();
    return state != null && STATES_OF_ITEMS.contains(state.substring(0, 2));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** What became of a batch. */
  record Result(long written, List<Rejected> rejected) {}

  /** An item that could not be written, and why. */
  record Rejected(SourceItem item, String reason) {
    /** The place of the item and the reason, {@code file:line: reason}. */
    String description() {
      return item.source() + ':' + item.line() + ": " + reason;
    }
  }
}
