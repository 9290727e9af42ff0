package io.partikey.engine.store.write;

/** The arithmetic of write units: one for each KB begun, one at least. */
final class CapacityUnits {
  private static final int WRITE_UNIT_BYTES = 1024;

  private CapacityUnits() {}

  /** The units of writing so many bytes. */
  static double write(int bytes) {
    return Math.max(1, Math.ceil((double) bytes / WRITE_UNIT_BYTES));
  }
}
