package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows after {@code offset}, at most {@code limit} of them; either may be null. */
public record Limit(
    PlanNode input, @Nullable Expression limit, @Nullable Expression offset, PlanCost cost)
    implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitLimit(this, context);
  }
}
