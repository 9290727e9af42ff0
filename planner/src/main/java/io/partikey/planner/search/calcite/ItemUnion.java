package io.partikey.planner.search.calcite;

import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/** The rows of each input, one after the other. */
final class ItemUnion extends Union implements ItemRel {
  ItemUnion(RelOptCluster cluster, RelTraitSet traits, List<RelNode> inputs) {
    super(cluster, traits, inputs, true);
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.unionAll(inputs);
  }

  @Override
  public SetOp copy(RelTraitSet traits, List<RelNode> inputs, boolean all) {
    return new ItemUnion(getCluster(), traits, inputs);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return getInputs().stream().mapToDouble(query::getRowCount).sum();
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
    return ItemCost.ofRows(0);
  }
}
