package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import java.util.List;

/** The rows for which a condition holds. */
public record Filter(PlanNode input, Expression condition, PlanCost cost) implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitFilter(this, context);
  }
}
