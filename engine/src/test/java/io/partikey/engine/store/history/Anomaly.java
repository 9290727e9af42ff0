package io.partikey.engine.store.history;

/**
 * Something that no serial execution would have shown.
 *
 * @param kind what it is called
 * @param description who is involved and how
 */
record Anomaly(Kind kind, String description) {
  /** The kinds, by the names that Adya's thesis and Elle give them. */
  enum Kind {
    /** A read of an element that nobody appended, or that is in a list twice. */
    GARBAGE,
    /** Two reads of a key of which neither is the beginning of the other. */
    INCOMPATIBLE_ORDER,
    /** A transaction that does not see its own appends, or reads two states. */
    INTERNAL,
    /** A read of what was never committed. */
    G1A_ABORTED_READ,
    /** A read of what a transaction wrote before its last write of the key. */
    G1B_INTERMEDIATE_READ,
    /** A committed append that a later state does not have. */
    LOST_APPEND,
    /** A cycle of writes that follow each other. */
    G0_WRITE_CYCLE,
    /** A cycle of writes, and reads of what was written. */
    G1C_CIRCULAR_INFORMATION_FLOW,
    /** A cycle with a single read of what was overwritten. */
    G_SINGLE_READ_SKEW,
    /** A cycle with several reads of what was overwritten, such as a write skew. */
    G2_ANTI_DEPENDENCY_CYCLE
  }
}
