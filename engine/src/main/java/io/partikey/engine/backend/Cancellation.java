package io.partikey.engine.backend;

/**
 * Tells a running statement to stop. Asked often by whoever works for the statement, which may be
 * several threads; told by any thread.
 */
@FunctionalInterface
public interface Cancellation {
  /** Never stops a statement. */
  Cancellation NEVER = () -> {};

  /**
   * Returns while the statement may go on. Cheap, so that it may be asked for each row.
   *
   * @throws io.partikey.engine.error.EngineException with {@code CANCELED}, {@code TIMEOUT} or
   *     {@code CLOSED}
   */
  void check();
}
