package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.Cardinality;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/** One row for each group of rows with equal keys: keys, then aggregates. */
final class ItemAggregate extends ItemSingleRel {
  private final List<Expression> keys;
  private final List<AggregateCall> calls;

  ItemAggregate(
      RelTraitSet traits, RelNode input, List<Expression> keys, List<AggregateCall> calls) {
    super(traits, input);
    this.keys = List.copyOf(keys);
    this.calls = List.copyOf(calls);
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.aggregate(inputs.get(0), keys, calls);
  }

  @Override
  double rowsOf(double inputRows) {
    return Cardinality.groups(inputRows, keys.size());
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(keys.size() + calls.size());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemAggregate(traits, inputs.get(0), keys, calls);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("keys", keys).item("calls", calls);
  }
}
