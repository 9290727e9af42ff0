package io.partikey.jdbc;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.StatementPosition;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in a statement an error occurred, which JDBC's exceptions have no word for. */
public final class StatementPositions {
  private StatementPositions() {}

  /**
   * The place that an exception of this driver is about, as line and column of the text that was
   * given to the statement.
   */
  public static Optional<StatementPosition> of(SQLException exception) {
    for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof EngineException error) {
        return error.position();
      }
    }
    return Optional.empty();
  }
}
