package io.partikey.planner.plan;

/**
 * What a plan is expected to cost: compared by scans that nothing allows, then read units, then
 * rows handled.
 *
 * @param unforcedScans how many scans it holds that nothing allows
 * @param readUnits read units, eventually consistent
 * @param rows rows that come out
 * @param work rows handled by all nodes together, to tell plans of equal units apart
 */
public record PlanCost(int unforcedScans, double readUnits, double rows, double work)
    implements Comparable<PlanCost> {
  /** Nothing. */
  public static final PlanCost ZERO = new PlanCost(0, 0, 0, 0);

  @Override
  public int compareTo(PlanCost other) {
    int byScans = Integer.compare(unforcedScans, other.unforcedScans);
    if (byScans != 0) {
      return byScans;
    }
    int byUnits = Double.compare(readUnits, other.readUnits);
    return byUnits != 0 ? byUnits : Double.compare(work, other.work);
  }
}
