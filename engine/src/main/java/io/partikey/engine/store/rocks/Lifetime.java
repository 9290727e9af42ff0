package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Who is inside a store, and whether it is closed: whoever uses a native handle is inside, and the
 * handles are freed when nobody is any more. Thread-safe.
 */
final class Lifetime {
  private final String name;
  // Held shared by everyone inside, exclusively by the end.
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean over;

  /** The lifetime of a store of this name, which errors call it. */
  Lifetime(String name) {
    this.name = name;
  }

  /** Goes inside, raises {@code CLOSED} where that is over. The same thread leaves. */
  void enter() {
    lock.readLock().lock();
    if (over) {
      leave();
      throw new EngineException(
          ErrorCode.CLOSED, name + " was closed. Open a new connection to it.");
    }
  }

  /** Leaves. */
  void leave() {
    lock.readLock().unlock();
  }

  /** Runs what frees single handles: nothing if all were freed by the end. */
  void unlessOver(Runnable free) {
    lock.readLock().lock();
    try {
      if (!over) {
        free.run();
      }
    } finally {
      leave();
    }
  }

  /** Waits for everyone inside, and frees the handles. Idempotent. */
  void end(Runnable free) {
    lock.writeLock().lock();
    try {
      if (!over) {
        over = true;
        free.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
