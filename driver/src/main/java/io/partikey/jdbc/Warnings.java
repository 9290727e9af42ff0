package io.partikey.jdbc;

import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/**
 * A chain of warnings. Bounded, because a pooled connection may collect them for ever. Thread-safe.
 */
final class Warnings {
  private static final int MOST = 100;

  private @Nullable SQLWarning first;
  private int count;

  synchronized void add(SQLWarning warning) {
    if (count >= MOST) {
      return;
    }
    count++;
    if (first == null) {
      first = warning;
    } else {
      first.setNextWarning(warning);
    }
  }

  synchronized @Nullable SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
    count = 0;
  }
}
