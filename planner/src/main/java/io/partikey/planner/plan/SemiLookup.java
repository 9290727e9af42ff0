package io.partikey.planner.plan;

import java.util.List;

/** The outer rows for which an access finds a row, or with {@code negated} finds none. */
public record SemiLookup(PlanNode outer, Access inner, boolean negated, PlanCost cost)
    implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of(outer, inner);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitSemiLookup(this, context);
  }
}
