package io.partikey.jdbc;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock that calls on one connection take turns by, with a way to release things that waits for
 * nobody: it happens at once where the lock is free, and otherwise by the thread that gives it
 * back.
 *
 * <p>A {@link ReentrantLock} and not a monitor, so that virtual threads do not pin their carriers.
 */
final class SessionLock {
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> pending = new ConcurrentLinkedQueue<>();

  /** Waits for the turn of this thread, which {@link #release} ends. */
  void acquire() {
    lock.lock();
  }

  /**
   * Waits for the turn of this thread as long as the statement that waits may go on. An
   * interruption is kept for whoever asks for it.
   *
   * @throws io.partikey.engine.error.EngineException as the cancellation does; it is not the turn
   *     of this thread then
   */
  void acquire(Cancellation cancellation) {
    CancellableWait.lock(lock, cancellation);
  }

  void release() {
    lock.unlock();
    runPending();
  }

  /** Runs an action while nobody else holds the lock: now, or when it is given back. */
  void whenFree(Runnable action) {
    if (!lock.tryLock()) {
      pending.add(action);
      runPending();
      return;
    }
    try {
      action.run();
    } finally {
      release();
    }
  }

  private void runPending() {
    while (!pending.isEmpty() && !lock.isHeldByCurrentThread() && lock.tryLock()) {
      try {
        @Nullable Runnable action = pending.poll();
        if (action != null) {
          action.run();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
