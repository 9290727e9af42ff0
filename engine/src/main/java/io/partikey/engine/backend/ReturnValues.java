package io.partikey.engine.backend;

/** What a write returns of the item. */
public enum ReturnValues {
  NONE,
  /** The whole item before the write. */
  ALL_OLD,
  /** The whole item after the write. */
  ALL_NEW,
  /** The parts that the write names, as before it. */
  MODIFIED_OLD,
  /** The parts that the write names, as after it. */
  MODIFIED_NEW
}
