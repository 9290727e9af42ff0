package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.AggregateCall;
import java.util.List;

/** One row for each group of rows with equal keys: keys, then aggregates. */
public record Aggregate(
    PlanNode input, List<Expression> keys, List<AggregateCall> calls, PlanCost cost)
    implements PlanNode {
  public Aggregate {
    keys = List.copyOf(keys);
    calls = List.copyOf(calls);
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(input);
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitAggregate(this, context);
  }
}
