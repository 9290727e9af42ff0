package io.partikey.shell.session;

import io.partikey.shell.format.RowWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;

/** Runs a statement, writes its rows, and tells what it did and cost. */
public final class StatementRunner {
  private StatementRunner() {}

  /**
   * Runs a statement of a session.
   *
   * @param connection the session's, or another one that was opened for the statement
   * @param writer takes the rows, if the statement returns any
   * @throws SQLException if the statement fails, also in the middle of its rows
   */
  public static Outcome run(Session session, Connection connection, String sql, RowWriter writer)
      throws SQLException {
    long began = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      session.running(() -> cancel(statement));
      OptionalLong rows = OptionalLong.empty();
      OptionalLong changed = OptionalLong.empty();
      if (statement.execute(sql)) {
        try (ResultSet results = statement.getResultSet()) {
          rows = OptionalLong.of(ResultRows.copy(results, writer));
        }
      } else if (ChangesItems.test(sql)) {
        changed = OptionalLong.of(statement.getLargeUpdateCount());
      }
      Cost cost = Cost.of(statement);
      Outcome outcome =
          new Outcome(
              rows,
              changed,
              cost.itemsRead(),
              cost.readUnits(),
              cost.writeUnits(),
              Duration.ofNanos(System.nanoTime() - began));
      session.totals().add(outcome);
      return outcome;
    } finally {
      session.running(null);
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException over) {
      // A statement that has ended needs no end.
    }
  }
}
