package io.partikey.planner;

/**
 * Tells a running statement to stop. Asked by the statement's thread between pages and rows; told
 * by any thread.
 */
@FunctionalInterface
public interface Cancellation {
  /** Never stops a statement. */
  Cancellation NEVER = () -> {};

  /**
   * Returns while the statement may go on.
   *
   * @throws io.partikey.engine.error.EngineException with {@code CANCELED} or {@code TIMEOUT}
   */
  void check();
}
