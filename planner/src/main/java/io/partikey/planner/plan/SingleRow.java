package io.partikey.planner.plan;

import java.util.List;

/** One row without columns. */
public record SingleRow(PlanCost cost) implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitSingleRow(this, context);
  }
}
