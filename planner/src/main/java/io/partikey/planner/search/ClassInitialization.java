package io.partikey.planner.search;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread alone run the first search of the JVM, which initialises Calcite's classes;
 * others wait for it. Classes that initialise each other from two threads can wait for each other
 * for good.
 */
final class ClassInitialization {
  private static final AtomicBoolean DONE = new AtomicBoolean();
  private static final Lock INITIALISING = new ReentrantLock();

  private ClassInitialization() {}

  /** Whether a search has ended well in this JVM. */
  static boolean isDone() {
    return DONE.get();
  }

  /** Runs a search. */
  static <T> T run(Supplier<T> search) {
    if (DONE.get()) {
      return search.get();
    }
    INITIALISING.lock();
    try {
      T found = search.get();
      DONE.set(true);
      return found;
    } finally {
      INITIALISING.unlock();
    }
  }
}
