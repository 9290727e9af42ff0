package io.partikey.shell.session;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.StatementPosition;
import java.sql.SQLException;
import java.util.Optional;

/** Where in its statement an error occurred. */
final class ErrorPosition {
  private ErrorPosition() {}

  /** The place, if the error has one. */
  static Optional<StatementPosition> of(SQLException error) {
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof EngineException engineError) {
        return engineError.position();
      }
    }
    return Optional.empty();
  }
}
