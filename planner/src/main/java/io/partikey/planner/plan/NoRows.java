package io.partikey.planner.plan;

import java.util.List;

/** No rows, of a width: a condition that never holds. */
public record NoRows(int width, PlanCost cost) implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitNoRows(this, context);
  }
}
