package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * Each row once for each element of a collection of its own; see the bound relation {@link
 * io.partikey.planner.bound.Unnesting}.
 */
public record Unnest(
    PlanNode input, Expression collection, boolean withPosition, boolean keepEmpty, PlanCost cost)
    implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitUnnest(this, context);
  }
}
