package io.partikey.engine.store;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.StopSignal;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.concurrent.atomic.AtomicInteger;

/** A statement that a test tells to stop. */
final class Stoppable implements Cancellation {
  private final EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");
  private final StopSignal signal = new StopSignal();
  private final AtomicInteger asked = new AtomicInteger();

  void stop() {
    signal.give();
  }

  /** What it raises. */
  EngineException told() {
    return told;
  }

  /** How often it was asked so far. */
  int asked() {
    return asked.get();
  }

  @Override
  public void check() {
    asked.incrementAndGet();
    if (signal.isGiven()) {
      throw told;
    }
  }

  @Override
  public Listening onStop(Runnable action) {
    return signal.listen(action);
  }
}
