package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is inside a store, and whether it is closed: whoever uses a native handle is inside, and the
 * handles are freed or exchanged when nobody is. Thread-safe.
 *
 * <p>Not a {@link java.util.concurrent.locks.ReadWriteLock}: that one allocates after it has
 * counted a reader, and a heap that is exhausted at this moment would leave a reader inside for
 * ever.
 */
final class Lifetime {
  private static final int ALL = Integer.MAX_VALUE;

  private final String name;
  private final Semaphore places = new Semaphore(ALL);
  // How often each thread is inside: one that is must not wait for those who wait for it to leave.
  private final ThreadLocal<int[]> depths = ThreadLocal.withInitial(() -> new int[1]);
  private final ReentrantLock door = new ReentrantLock();
  private volatile boolean doorClosed;
  private volatile boolean over;
  private boolean ended;

  /** The lifetime of a store of this name, which errors call it. */
  Lifetime(String name) {
    this.name = name;
  }

  /** Goes inside, raises {@code CLOSED} where that is over. The same thread leaves. */
  void enter() {
    if (!tryEnter()) {
      throw new EngineException(
          ErrorCode.CLOSED, name + " was closed. Open a new connection to it.");
    }
  }

  private boolean tryEnter() {
    int[] depth = depths.get();
    if (doorClosed && depth[0] == 0) {
      awaitDoor();
    }
    places.acquireUninterruptibly();
    depth[0]++;
    if (over) {
      leave();
      return false;
    }
    return true;
  }

  @SuppressWarnings("LockNotBeforeTry") // There is nothing to do behind it.
  private void awaitDoor() {
    door.lock();
    door.unlock();
  }

  /** Leaves. */
  void leave() {
    depths.get()[0]--;
    places.release();
  }

  /** Runs what frees single handles: nothing if all were freed by the end. */
  void unlessOver(Runnable free) {
    if (tryEnter()) {
      try {
        free.run();
      } finally {
        leave();
      }
    }
  }

  /**
   * Exchanges handles while nobody is inside. Those who come wait; those who are inside have a
   * short time to leave.
   *
   * @return whether it came to it: not if somebody stayed, or the lifetime is over
   */
  boolean alone(Duration patience, Runnable exchange) {
    door.lock();
    try {
      doorClosed = true;
      return tryAlone(patience, exchange);
    } finally {
      doorClosed = false;
      door.unlock();
    }
  }

  private boolean tryAlone(Duration patience, Runnable exchange) {
    try {
      if (!places.tryAcquire(ALL, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
    int[] depth = depths.get();
    depth[0]++;
    try {
      if (over) {
        return false;
      }
      exchange.run();
      return true;
    } finally {
      depth[0]--;
      places.release(ALL);
    }
  }

  /** Waits for everyone inside, and frees the handles. Idempotent. */
  void end(Runnable free) {
    over = true;
    places.acquireUninterruptibly(ALL);
    try {
      if (!ended) {
        ended = true;
        free.run();
      }
    } finally {
      places.release(ALL);
    }
  }
}
