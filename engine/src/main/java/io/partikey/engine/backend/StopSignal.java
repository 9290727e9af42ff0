package io.partikey.engine.backend;

import io.partikey.engine.backend.Cancellation.Listening;
import java.util.ArrayList;
import java.util.List;

/**
 * A signal that is given once, by any thread, and wakes those who listen. Costs next to nothing
 * while nobody does. Thread-safe.
 */
public final class StopSignal {
  private volatile boolean given;
  // Never changed, only replaced, so that it can be gone through without the lock.
  private List<Runnable> listeners = List.of();

  /** Whether it was given. */
  public boolean isGiven() {
    return given;
  }

  /** Gives the signal: runs what listens. */
  public void give() {
    given = true;
    List<Runnable> listening;
    synchronized (this) {
      listening = listeners;
    }
    listening.forEach(Runnable::run);
  }

  /** Runs an action when the signal is given, at once if it was, until the answer is closed. */
  public Listening listen(Runnable action) {
    synchronized (this) {
      List<Runnable> more = new ArrayList<>(listeners);
      more.add(action);
      listeners = more;
    }
    if (given) {
      action.run();
    }
    return () -> forget(action);
  }

  private synchronized void forget(Runnable action) {
    List<Runnable> fewer = new ArrayList<>(listeners);
    fewer.remove(action);
    listeners = fewer;
  }
}
