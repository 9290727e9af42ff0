package io.partikey.engine.backend;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;

/**
 * Waits as long as nobody tells the waiting statement to stop.
 *
 * <p>Nobody wakes up to ask: the one who tells the statement to stop interrupts the thread that
 * waits, and only while it waits. That interruption ends here; one that comes from elsewhere is
 * kept for whoever asks for it.
 */
public final class CancellableWait {
  private CancellableWait() {}

  /** One attempt to get what is waited for. */
  @FunctionalInterface
  public interface Attempt {
    /**
     * Whether it came within a time.
     *
     * @param nanos how long to wait; not at all if it is zero or less
     */
    boolean within(long nanos) throws InterruptedException;
  }

  /**
   * Takes a lock.
   *
   * @throws io.partikey.engine.error.EngineException as the cancellation does; the lock is not held
   *     then
   */
  public static void lock(Lock lock, Cancellation cancellation) {
    if (cancellation == Cancellation.NEVER) {
      lock.lock();
    } else {
      // With a time, even one of zero: without it readers would pass writers that wait.
      await(nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS), cancellation);
    }
  }

  /**
   * Waits for what another thread works on, until it is there or failed.
   *
   * @throws io.partikey.engine.error.EngineException as the cancellation does
   */
  public static void done(Future<?> future, Cancellation cancellation) {
    await(nanos -> isDone(future, nanos), cancellation);
  }

  /**
   * As {@link #done}, but an interruption ends the waiting.
   *
   * @throws InterruptedException if the thread was or is interrupted; nobody is told of it then
   */
  public static void doneInterruptibly(Future<?> future, Cancellation cancellation)
      throws InterruptedException {
    awaitInterruptibly(nanos -> isDone(future, nanos), cancellation);
  }

  private static boolean isDone(Future<?> future, long nanos) throws InterruptedException {
    if (future.isDone()) {
      return true;
    }
    try {
      future.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException failed) {
      return true;
    }
  }

  /**
   * Waits until an attempt succeeds. An interruption is kept.
   *
   * @throws io.partikey.engine.error.EngineException as the cancellation does
   */
  static void await(Attempt attempt, Cancellation cancellation) {
    boolean interrupted = Thread.interrupted();
    try {
      while (!isOver(attempt, cancellation)) {
        interrupted = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isOver(Attempt attempt, Cancellation cancellation) {
    try {
      awaitInterruptibly(attempt, cancellation);
      return true;
    } catch (InterruptedException again) {
      return false;
    }
  }

  private static void awaitInterruptibly(Attempt attempt, Cancellation cancellation)
      throws InterruptedException {
    if (attempt.within(0)) {
      return;
    }
    Waiter waiter = new Waiter();
    Cancellation.Listening listening = cancellation.onStop(waiter::wake);
    try {
      boolean there = false;
      while (!there) {
        cancellation.check();
        there = attemptUnlessWoken(attempt, cancellation.nanosLeft(), waiter);
      }
    } finally {
      listening.close();
      waiter.end();
    }
  }

  private static boolean attemptUnlessWoken(Attempt attempt, long nanos, Waiter waiter)
      throws InterruptedException {
    try {
      return attempt.within(nanos);
    } catch (InterruptedException interrupted) {
      if (waiter.wasWoken()) {
        return false;
      }
      throw interrupted;
    }
  }

  /** The thread that waits, which may be woken until it does no longer. */
  private static final class Waiter {
    private final Thread thread = Thread.currentThread();
    private boolean waiting = true;
    private boolean woken;

    synchronized void wake() {
      if (waiting) {
        woken = true;
        thread.interrupt();
      }
    }

    /** Whether it was woken since this was last asked. */
    synchronized boolean wasWoken() {
      boolean was = woken;
      woken = false;
      return was;
    }

    /** Ends the waiting, and the interruption that nobody took notice of. */
    synchronized void end() {
      waiting = false;
      if (woken) {
        Thread.interrupted();
      }
    }
  }
}
