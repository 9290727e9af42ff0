package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.Cardinality;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessNodes;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.jspecify.annotations.Nullable;

/** Some of the rows, in the order in which they come; no order may be asked for through it. */
final class ItemLimit extends ItemSingleRel {
  private final @Nullable Expression limit;
  private final @Nullable Expression offset;

  ItemLimit(
      RelTraitSet traits, RelNode input, @Nullable Expression limit, @Nullable Expression offset) {
    super(traits, input);
    this.limit = limit;
    this.offset = offset;
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.limit(inputs.get(0), limit, offset);
  }

  @Override
  double rowsOf(double inputRows) {
    return Cardinality.sliced(
        inputRows,
        AccessNodes.known(limit).orElse(Double.MAX_VALUE),
        AccessNodes.known(offset).orElse(0));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemLimit(traits, inputs.get(0), limit, offset);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .itemIf("limit", limit, limit != null)
        .itemIf("offset", offset, offset != null);
  }
}
