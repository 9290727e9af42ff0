package io.partikey.engine.backend;

/**
 * Tells a running statement to stop. Asked often by whoever works for the statement, which may be
 * several threads; told by any thread.
 *
 * <p>Whoever waits instead of working cannot ask: {@link CancellableWait} waits until what it waits
 * for is there, the time is over, or the statement is told to stop. A cancellation that others tell
 * while somebody waits therefore says so by {@link #onStop}, and one with a time by {@link
 * #nanosLeft}.
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

  /** How many nanoseconds the statement may still run, if nobody tells it to stop before. */
  default long nanosLeft() {
    return Long.MAX_VALUE;
  }

  /**
   * Has an action run by whoever tells the statement to stop, or at once if it was told already,
   * until the answer is closed. The action is short, and may run more than once.
   */
  default Listening onStop(Runnable action) {
    return Listening.NONE;
  }

  /** What listens, until it is closed. */
  interface Listening extends AutoCloseable {
    /** To what is never told. */
    Listening NONE = () -> {};

    @Override
    void close();
  }
}
