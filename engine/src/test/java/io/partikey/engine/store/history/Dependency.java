package io.partikey.engine.store.history;

/**
 * Why one transaction must come before another one.
 *
 * @param from the earlier one
 * @param to the later one
 * @param kind what joins them
 * @param key the key on which they meet
 */
record Dependency(HistoryTransaction from, HistoryTransaction to, Kind kind, int key) {
  /** What joins two transactions. */
  enum Kind {
    /** The later one appended right behind the earlier one. */
    WRITE_WRITE,
    /** The later one read what the earlier one appended. */
    WRITE_READ,
    /** The earlier one read the list before the later one appended. */
    READ_WRITE
  }

  @Override
  public String toString() {
    String how =
        switch (kind) {
          case WRITE_WRITE -> "appended before";
          case WRITE_READ -> "was read by";
          case READ_WRITE -> "did not see the append of";
        };
    return from.name() + " " + how + " " + to.name() + " (key " + key + ")";
  }
}
