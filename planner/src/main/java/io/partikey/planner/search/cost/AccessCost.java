package io.partikey.planner.search.cost;

/**
 * What reading through an access path is expected to cost.
 *
 * @param rows rows that come out
 * @param rowsRead items or entries that are read for them
 * @param readUnits read units, eventually consistent
 */
public record AccessCost(double rows, double rowsRead, double readUnits) {
  /** Nothing. */
  public static final AccessCost NONE = new AccessCost(0, 0, 0);

  /** This cost and another. */
  public AccessCost plus(AccessCost other) {
    return new AccessCost(
        rows + other.rows, rowsRead + other.rowsRead, readUnits + other.readUnits);
  }

  /** A part of this cost, or a multiple. */
  AccessCost times(double factor) {
    return new AccessCost(rows * factor, rowsRead * factor, readUnits * factor);
  }

  /** This cost, its units rounded up to what requests are charged. */
  AccessCost inWholeUnits() {
    return new AccessCost(rows, rowsRead, ChargedUnits.charged(readUnits));
  }
}
