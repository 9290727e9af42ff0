package io.partikey.planner.execute;

/**
 * How many rows of a node are wanted, as far as known before it runs: what page sizes follow.
 *
 * @param rows most rows that will be asked for, {@link #ALL_ROWS} when all of them
 * @param fetchSize how many to read at once, 0 for the store's choice
 */
public record Demand(long rows, int fetchSize) {
  /** The number that stands for all rows. */
  public static final long ALL_ROWS = Long.MAX_VALUE;

  /** Everything there is, in pages of the store's size. */
  static final Demand ALL = new Demand(ALL_ROWS, 0);

  /** This demand for no more than so many rows. */
  Demand atMost(long mostRows) {
    return new Demand(Math.min(rows, mostRows), fetchSize);
  }

  /** Whether all rows are wanted. */
  boolean isAll() {
    return rows == ALL_ROWS;
  }
}
