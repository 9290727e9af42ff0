package io.partikey.planner.plan;

import java.util.List;

/** The rows without repetition, the first of each. */
public record Distinct(PlanNode input, PlanCost cost) implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitDistinct(this, context);
  }
}
