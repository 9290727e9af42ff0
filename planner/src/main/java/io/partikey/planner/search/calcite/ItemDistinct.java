package io.partikey.planner.search.calcite;

import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.Cardinality;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** The rows without repetition, the first of each. */
final class ItemDistinct extends ItemSingleRel {
  ItemDistinct(RelTraitSet traits, RelNode input) {
    super(traits, input);
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.distinct(inputs.get(0), getRowType().getFieldCount());
  }

  @Override
  double rowsOf(double inputRows) {
    return Cardinality.groups(inputRows, getRowType().getFieldCount());
  }

  @Override
  public @Nullable Pair<RelTraitSet, List<RelTraitSet>> passThroughTraits(RelTraitSet required) {
    return CollationMapping.toInput(
        required, CollationMapping.leading(getRowType().getFieldCount()));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemDistinct(traits, inputs.get(0));
  }
}
