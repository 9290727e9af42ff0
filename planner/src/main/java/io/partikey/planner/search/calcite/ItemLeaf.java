package io.partikey.planner.search.calcite;

import io.partikey.planner.plan.PlanNode;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** A plan that is finished already: one row, no rows, or the count of a table. */
final class ItemLeaf extends AbstractRelNode implements ItemRel {
  private final PlanNode plan;
  private final int width;

  ItemLeaf(RelOptCluster cluster, PlanNode plan, int width) {
    super(cluster, cluster.traitSetOf(ItemConvention.INSTANCE));
    this.plan = plan;
    this.width = width;
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return plan;
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(width);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return plan.cost().rows();
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
    return ItemCost.ofReads(1, plan.cost(), 0);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("plan", plan);
  }
}
