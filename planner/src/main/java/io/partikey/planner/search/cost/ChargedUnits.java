package io.partikey.planner.search.cost;

/**
 * Read units by DynamoDB's arithmetic, eventually consistent: half a unit for each 4 KB that a
 * request reads, rounded up once for the request, and half a unit for a request that reads nothing.
 */
public final class ChargedUnits {
  /** Bytes that one read unit pays for. */
  private static final double BYTES_PER_UNIT = 4096;

  /** What an eventually consistent read pays of a consistent one's units. */
  private static final double EVENTUAL = 0.5;

  private ChargedUnits() {}

  /** The units of one request that reads so many bytes. */
  public static double ofRequest(double bytes) {
    return charged(EVENTUAL * bytes / BYTES_PER_UNIT);
  }

  /** So many units, rounded up to what requests are charged. */
  static double charged(double units) {
    return EVENTUAL * Math.max(1, Math.ceil(units / EVENTUAL));
  }
}
