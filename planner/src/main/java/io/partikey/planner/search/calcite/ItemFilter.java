package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.cost.Selectivity;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** The rows for which a condition holds. */
final class ItemFilter extends ItemSingleRel {
  private final Expression condition;

  ItemFilter(RelTraitSet traits, RelNode input, Expression condition) {
    super(traits, input);
    this.condition = condition;
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.filter(inputs.get(0), condition);
  }

  @Override
  double rowsOf(double inputRows) {
    return inputRows * Selectivity.of(condition);
  }

  @Override
  public @Nullable Pair<RelTraitSet, List<RelTraitSet>> passThroughTraits(RelTraitSet required) {
    return CollationMapping.toInput(
        required, CollationMapping.leading(getRowType().getFieldCount()));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemFilter(traits, inputs.get(0), condition);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("condition", condition);
  }
}
