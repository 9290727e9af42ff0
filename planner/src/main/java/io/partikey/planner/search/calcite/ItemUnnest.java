package io.partikey.planner.search.calcite;

import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.Cardinality;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** Each row once for each element of a collection of its own; the rows stay in their order. */
final class ItemUnnest extends ItemSingleRel {
  private final Unnesting unnest;

  ItemUnnest(RelTraitSet traits, RelNode input, Unnesting unnest) {
    super(traits, input);
    this.unnest = unnest;
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.unnest(
        inputs.get(0), unnest.collection(), unnest.withPosition(), unnest.keepEmpty());
  }

  @Override
  double rowsOf(double inputRows) {
    return Cardinality.unnested(inputRows);
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(unnest.width());
  }

  @Override
  public @Nullable Pair<RelTraitSet, List<RelTraitSet>> passThroughTraits(RelTraitSet required) {
    return CollationMapping.toInput(
        required, CollationMapping.leading(getInput().getRowType().getFieldCount()));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemUnnest(traits, inputs.get(0), unnest);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("collection", unnest.collection())
        .item("withPosition", unnest.withPosition())
        .item("keepEmpty", unnest.keepEmpty());
  }
}
