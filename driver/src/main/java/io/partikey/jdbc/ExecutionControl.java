package io.partikey.jdbc;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What may stop one execution of a statement: its cancel, its timeout, the end of its connection.
 * Cancelled from any thread, and asked by all that work for the statement; calls are begun by the
 * thread that executes or fetches.
 *
 * <p>The timeout runs anew in every call that executes or fetches, so that a client may take its
 * time between rows.
 */
final class ExecutionControl implements Cancellation {
  private final BooleanSupplier connectionClosed;
  private final LongSupplier nanoClock;
  private final int timeoutSeconds;
  private volatile boolean canceled;
  private volatile long started;

  /**
   * @param connectionClosed whether the connection has been closed
   * @param nanoClock nanoseconds of a clock of any origin
   * @param timeoutSeconds most seconds of one call, 0 for no limit
   */
  ExecutionControl(BooleanSupplier connectionClosed, LongSupplier nanoClock, int timeoutSeconds) {
    this.connectionClosed = connectionClosed;
    this.nanoClock = nanoClock;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** Begins a call. */
  void start() {
    if (timeoutSeconds > 0) {
      started = nanoClock.getAsLong();
    }
  }

  void cancel() {
    canceled = true;
  }

  @Override
  public void check() {
    if (canceled) {
      throw new EngineException(ErrorCode.CANCELED, "The statement was cancelled");
    }
    if (connectionClosed.getAsBoolean()) {
      throw new EngineException(
          ErrorCode.CLOSED, "The connection was closed while the statement was running");
    }
    if (timeoutSeconds > 0 && nanoClock.getAsLong() - started > timeoutSeconds * 1_000_000_000L) {
      throw new EngineException(
          ErrorCode.TIMEOUT,
          "The statement ran longer than its timeout of " + timeoutSeconds + " s and was stopped");
    }
  }
}
