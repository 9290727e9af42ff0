package io.partikey.planner.search.cost;

import io.partikey.planner.plan.PlanCost;

/**
 * What it costs to look something up for each row of an outer relation, and how many rows come of
 * it. The order of joins, the search among access paths and the finished plan all count so.
 */
public final class LookupCost {
  private LookupCost() {}

  /**
   * Rows of a join.
   *
   * @param keepOuter whether an outer row that finds nothing is a row too
   */
  public static double joined(double outerRows, double innerRows, boolean keepOuter) {
    double pairs = outerRows * innerRows;
    return keepOuter ? Math.max(pairs, outerRows) : pairs;
  }

  /** Outer rows that find something, or those that do not. */
  public static double matched(double outerRows) {
    return outerRows * Selectivity.HALF;
  }

  /** The lookups by themselves, of which each costs the same; no rows come out. */
  public static PlanCost ofReads(double times, PlanCost each) {
    return new PlanCost(
        each.unforcedScans(), times * each.readUnits(), 0, times * (1 + each.work()));
  }

  /**
   * An outer relation and the lookups for its rows.
   *
   * @param rows rows that come out
   */
  public static PlanCost of(PlanCost outer, PlanCost each, double rows) {
    PlanCost reads = ofReads(outer.rows(), each);
    return new PlanCost(
        outer.unforcedScans() + reads.unforcedScans(),
        outer.readUnits() + reads.readUnits(),
        rows,
        outer.work() + reads.work());
  }
}
