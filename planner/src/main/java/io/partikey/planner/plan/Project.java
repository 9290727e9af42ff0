package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import java.util.List;

/** Rows computed from rows: column i is expression i. */
public record Project(PlanNode input, List<Expression> expressions, PlanCost cost)
    implements PlanNode {
  public Project {
    expressions = List.copyOf(expressions);
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitProject(this, context);
  }
}
