package io.partikey.engine.store.job;

import org.jspecify.annotations.Nullable;

/**
 * What fails in a turn that goes on with its other work: the first failure is raised in the end.
 * Not thread-safe.
 */
public final class Failures {
  private @Nullable Throwable first;

  /** Does a part of the work, whose failure is kept. */
  public void collect(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException | Error failure) {
      add(failure);
    }
  }

  /** Keeps a failure. */
  public void add(Throwable failure) {
    if (first == null) {
      first = failure;
    }
  }

  /** Raises the first failure, if there was one. */
  public void raise() {
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
