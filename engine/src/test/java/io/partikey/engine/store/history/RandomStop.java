package io.partikey.engine.store.history;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.StopSignal;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells a statement to stop when it was asked for so many times, or whenever others want. */
final class RandomStop implements Cancellation {
  private static final int MOST_QUESTIONS = 60;

  private final StopSignal signal = new StopSignal();
  private final AtomicInteger left;

  /** One that stops at a random question, or, as often, at none. */
  RandomStop(Random random) {
    left = new AtomicInteger(random.nextBoolean() ? random.nextInt(MOST_QUESTIONS) : -1);
  }

  void stop() {
    signal.give();
  }

  boolean isGiven() {
    return signal.isGiven();
  }

  @Override
  public void check() {
    if (left.getAndDecrement() == 0) {
      signal.give();
    }
    if (signal.isGiven()) {
      throw new EngineException(ErrorCode.CANCELED, "Stop");
    }
  }

  @Override
  public Listening onStop(Runnable action) {
    return signal.listen(action);
  }
}
