package io.partikey.planner.search;

import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Scan;

/**
 * What {@link io.partikey.planner.api.ScanPolicy#BOUNDED} lets run: a scan that a cap on the rows
 * ends, since every item that is read is a row.
 *
 * <pre>
 * Project, Limit in any order
 *   Scan without a filter
 * </pre>
 */
final class CappedScan {
  private CappedScan() {}

  /** Whether a cap on the rows of a plan bounds what it reads. */
  static boolean mayBe(PlanNode plan) {
    if (plan instanceof Project || plan instanceof Limit) {
      return mayBe(plan.inputs().get(0));
    }
    return plan instanceof Scan scan && scan.residual() == null;
  }

  /** Whether a limit of the statement itself bounds what it reads. */
  static boolean isLimited(PlanNode plan) {
    return plan instanceof Scan scan ? scan.limit() != null : isLimited(plan.inputs().get(0));
  }
}
