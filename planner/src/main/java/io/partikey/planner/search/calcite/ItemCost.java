package io.partikey.planner.search.calcite;

import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.search.cost.LookupCost;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptCostFactory;

/**
 * What a relational expression costs: compared by scans that nothing allows, then read units, then
 * rows handled, then rank, so that of equal plans always the same one wins.
 *
 * @param scans scans that nothing allows; a count, so that a plan that holds one is still a plan
 *     and can be refused with advice
 * @param readUnits read units, eventually consistent
 * @param work rows handled
 * @param rank sum of the ranks of the access paths
 */
record ItemCost(double scans, double readUnits, double work, double rank) implements RelOptCost {
  /** Less than any difference between costs that means something. */
  private static final double EPSILON = 1e-9;

  private static final ItemCost ZERO = new ItemCost(0, 0, 0, 0);

  private static final ItemCost TINY = new ItemCost(0, 0, 0, EPSILON);

  private static final ItemCost INFINITE =
      new ItemCost(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY);

  private static final ItemCost HUGE =
      new ItemCost(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

  /** Makes these costs for the planner, which knows only rows, CPU and I/O. */
  static final RelOptCostFactory FACTORY =
      new RelOptCostFactory() {
        @Override
        public RelOptCost makeCost(double rowCount, double cpu, double io) {
          return new ItemCost(0, io, rowCount, 0);
        }

        @Override
        public RelOptCost makeHugeCost() {
          return HUGE;
        }

        @Override
        public RelOptCost makeInfiniteCost() {
          return INFINITE;
        }

        @Override
        public RelOptCost makeTinyCost() {
          return TINY;
        }

        @Override
        public RelOptCost makeZeroCost() {
          return ZERO;
        }
      };

  /** The cost of handling so many rows, at least one. */
  static ItemCost ofRows(double rows) {
    return new ItemCost(0, 0, Math.max(1, rows), 0);
  }

  /** The cost of an access path read so many times. */
  static ItemCost ofReads(double times, PlanCost path, int rank) {
    PlanCost reads = LookupCost.ofReads(times, path);
    return new ItemCost(reads.unforcedScans(), reads.readUnits(), Math.max(1, reads.work()), rank);
  }

  @Override
  public double getRows() {
    return work;
  }

  @Override
  public double getCpu() {
    return work;
  }

  @Override
  public double getIo() {
    return readUnits;
  }

  @Override
  public boolean isInfinite() {
    return Double.isInfinite(scans);
  }

  /** Calcite's own equality of costs, beside that of objects. */
  @Override
  @SuppressWarnings("NonOverridingEquals")
  public boolean equals(RelOptCost other) {
    return compare((ItemCost) other) == 0;
  }

  @Override
  public boolean isEqWithEpsilon(RelOptCost other) {
    return compare((ItemCost) other) == 0;
  }

  @Override
  public boolean isLe(RelOptCost other) {
    return compare((ItemCost) other) <= 0;
  }

  @Override
  public boolean isLt(RelOptCost other) {
    return compare((ItemCost) other) < 0;
  }

  private int compare(ItemCost other) {
    int byScans = compare(scans, other.scans);
    int byUnits = compare(readUnits, other.readUnits);
    int byWork = compare(work, other.work);
    if (byScans != 0) {
      return byScans;
    }
    if (byUnits != 0) {
      return byUnits;
    }
    return byWork != 0 ? byWork : Double.compare(rank, other.rank);
  }

  /** Sums of one set of costs in two orders differ by rounding; that is no difference. */
  private static int compare(double a, double b) {
    boolean same = a == b || Math.abs(a - b) <= EPSILON * Math.max(Math.abs(a), Math.abs(b));
    return same ? 0 : Double.compare(a, b);
  }

  @Override
  public RelOptCost plus(RelOptCost other) {
    ItemCost o = (ItemCost) other;
    if (isInfinite() || o.isInfinite()) {
      return INFINITE;
    }
    return new ItemCost(scans + o.scans, readUnits + o.readUnits, work + o.work, rank + o.rank);
  }

  @Override
  public RelOptCost minus(RelOptCost other) {
    ItemCost o = (ItemCost) other;
    if (isInfinite()) {
      return INFINITE;
    }
    return new ItemCost(scans - o.scans, readUnits - o.readUnits, work - o.work, rank - o.rank);
  }

  @Override
  public RelOptCost multiplyBy(double factor) {
    return isInfinite()
        ? INFINITE
        : new ItemCost(scans * factor, readUnits * factor, work * factor, rank * factor);
  }

  @Override
  public double divideBy(RelOptCost other) {
    return work / ((ItemCost) other).work;
  }
}
