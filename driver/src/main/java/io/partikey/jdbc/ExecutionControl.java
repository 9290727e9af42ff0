package io.partikey.jdbc;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.StopSignal;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
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
  private final StopSignal connectionEnd;
  private final LongSupplier nanoClock;
  private final int timeoutSeconds;
  private final StopSignal cancel = new StopSignal();
  private volatile long started;

  /**
   * @param connectionEnd given when the connection is closed
   * @param nanoClock nanoseconds of a clock of any origin
   * @param timeoutSeconds most seconds of one call, 0 for no limit
   */
  ExecutionControl(StopSignal connectionEnd, LongSupplier nanoClock, int timeoutSeconds) {
    this.connectionEnd = connectionEnd;
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
    cancel.give();
  }

  @Override
  public void check() {
    if (cancel.isGiven()) {
      throw new EngineException(ErrorCode.CANCELED, "The statement was cancelled");
    }
    if (connectionEnd.isGiven()) {
      throw new EngineException(
          ErrorCode.CLOSED, "The connection was closed while the statement was running");
    }
    if (nanosLeft() < 0) {
      throw new EngineException(
          ErrorCode.TIMEOUT,
          "The statement ran longer than its timeout of " + timeoutSeconds + " s and was stopped");
    }
  }

  @Override
  public long nanosLeft() {
    return timeoutSeconds > 0
        ? timeoutSeconds * 1_000_000_000L - (nanoClock.getAsLong() - started)
        : Long.MAX_VALUE;
  }

  @Override
  public Listening onStop(Runnable action) {
    Listening toCancel = cancel.listen(action);
    Listening toEnd = connectionEnd.listen(action);
    return () -> {
      toCancel.close();
      toEnd.close();
    };
  }
}
