package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.SortKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows in an order, stable; only the first {@code limit} where one is given. */
public record Sort(PlanNode input, List<SortKey> keys, @Nullable Expression limit, PlanCost cost)
    implements PlanNode {
  public Sort {
    keys = List.copyOf(keys);
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitSort(this, context);
  }
}
