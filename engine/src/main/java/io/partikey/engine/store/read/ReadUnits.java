package io.partikey.engine.store.read;

/** The arithmetic of read units: one for each 4 KB begun, one at least, half if eventual. */
final class ReadUnits {
  private static final int READ_UNIT_BYTES = 4096;

  private ReadUnits() {}

  /** The units of reading so many bytes at once. */
  static double of(long bytes, boolean consistent) {
    long blocks = Math.max(1, (bytes + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES);
    return consistent ? blocks : blocks / 2.0;
  }

  /** The units of a page of so many bytes after other pages, all of which are rounded once. */
  static double ofPage(long bytesBefore, long bytes, boolean consistent) {
    double before = bytesBefore == 0 ? 0 : of(bytesBefore, consistent);
    return of(bytesBefore + bytes, consistent) - before;
  }
}
