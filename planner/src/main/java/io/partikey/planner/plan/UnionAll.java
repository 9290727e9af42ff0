package io.partikey.planner.plan;

import java.util.List;

/** The rows of each branch, one after the other. */
public record UnionAll(List<PlanNode> branches, PlanCost cost) implements PlanNode {
  public UnionAll {
    branches = List.copyOf(branches);
  }

  @Override
  public List<PlanNode> inputs() {
    return branches;
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitUnionAll(this, context);
  }
}
