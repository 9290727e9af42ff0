package io.partikey.engine.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error of the engine or the planner, with its code and where known its place in the statement.
 *
 * <p>The message says what happened, quotes what it happened to, and says what to do.
 */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final transient @Nullable StatementPosition position;

  public EngineException(ErrorCode code, String message) {
    this(code, message, null, null);
  }

  public EngineException(ErrorCode code, String message, Throwable cause) {
    this(code, message, null, cause);
  }

  public EngineException(ErrorCode code, String message, StatementPosition position) {
    this(code, message, position, null);
  }

  /** An error with all that may be known of it. */
  public EngineException(
      ErrorCode code,
      String message,
      @Nullable StatementPosition position,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.position = position;
  }

  /** What kind of error this is. */
  public ErrorCode code() {
    return code;
  }

  /** The message, which an error always has. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Where in the statement it occurred. */
  public Optional<StatementPosition> position() {
    return Optional.ofNullable(position);
  }
}
