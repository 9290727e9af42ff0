package io.partikey.shell.session;

import io.partikey.shell.format.RowWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a statement, writes its rows, and tells what it did and cost. */
public final class StatementRunner {
  private StatementRunner() {}

  /**
   * Runs a statement of a session.
   *
   * @param connection the session's, or another one that was opened for the statement
   * @param writer takes the rows, if the statement returns any
   * @param unread tells that nobody reads what is written any more; no more rows are read then
   * @throws SQLException if the statement fails, also in the middle of its rows
   */
  public static Outcome run(
      Session session, Connection connection, String sql, RowWriter writer, BooleanSupplier unread)
      throws SQLException {
    session.ran(sql);
    long began = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      session.running(() -> cancel(statement));
      OptionalLong rows = OptionalLong.empty();
      OptionalLong changed = OptionalLong.empty();
      if (statement.execute(sql)) {
        try (ResultSet results = statement.getResultSet()) {
          rows = OptionalLong.of(ResultRows.copy(results, writer, unread));
          warn(session, results.getWarnings());
        }
      } else if (ChangesItems.test(sql)) {
        changed = OptionalLong.of(statement.getLargeUpdateCount());
      }
      warn(session, statement.getWarnings());
      Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
      Outcome outcome = new Outcome(rows, changed, Cost.of(statement), elapsed);
      session.totals().add(outcome.cost());
      return outcome;
    } finally {
      session.running(null);
    }
  }

  private static void warn(Session session, @Nullable SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      session.display().message("Warning: " + warning.getMessage());
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
