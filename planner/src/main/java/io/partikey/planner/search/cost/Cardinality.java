package io.partikey.planner.search.cost;

/** How many rows come out of operators of which nothing but their input is known. */
public final class Cardinality {
  /** Distinct values of a key: the inverse of what equality with one of them keeps. */
  private static final double DISTINCT_VALUES = 1 / Selectivity.EQUALITY;

  /** Elements of a collection that is unnested: as many as distinct values, for want of a count. */
  private static final double ELEMENTS = DISTINCT_VALUES;

  private Cardinality() {}

  /** Groups by so many keys among so many rows; one without keys. */
  public static double groups(double rows, int keys) {
    return keys == 0 ? 1 : Math.min(rows, Math.pow(DISTINCT_VALUES, keys));
  }

  /** Rows after an unnesting. */
  public static double unnested(double rows) {
    return rows * ELEMENTS;
  }

  /** Rows after a limit and an offset, of which what is not known is taken as none. */
  public static double sliced(double rows, double limit, double offset) {
    return Math.min(limit, Math.max(0, rows - offset));
  }

  /** Comparisons of a sort: n log n. */
  public static double comparisons(double rows) {
    return rows * (1 + Math.log(Math.max(1, rows)) / Math.log(2));
  }
}
