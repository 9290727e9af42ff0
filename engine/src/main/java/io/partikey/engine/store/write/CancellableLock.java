package io.partikey.engine.store.write;

import io.partikey.engine.backend.Cancellation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Waits for locks as long as nobody tells the waiting statement to stop. */
final class CancellableLock {
  private static final long MILLIS_BETWEEN_CHECKS = 10;

  private CancellableLock() {}

  /**
   * Takes a lock. An interruption of the thread is kept for whoever asks for it.
   *
   * @throws io.partikey.engine.error.EngineException as the cancellation does; the lock is not held
   *     then
   */
  static void lock(Lock lock, Cancellation cancellation) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (lock.tryLock(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS)) {
            return;
          }
          cancellation.check();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
