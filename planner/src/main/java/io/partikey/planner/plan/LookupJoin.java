package io.partikey.planner.plan;

import java.util.List;

/**
 * Each outer row with the rows that an access finds by keys taken from it: first the columns of the
 * outer row, then those of the access. In the access {@code ColumnReference}s are columns of the
 * outer row.
 *
 * @param keepOuter whether outer rows without a pair stay (LEFT JOIN)
 */
public record LookupJoin(PlanNode outer, Access inner, boolean keepOuter, PlanCost cost)
    implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of(outer, inner);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitLookupJoin(this, context);
  }
}
