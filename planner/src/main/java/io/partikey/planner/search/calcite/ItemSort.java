package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.Cardinality;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Rows put in the order of its traits. What {@link ItemConvention} enforces an order with. */
final class ItemSort extends Sort implements ItemRel {
  ItemSort(RelOptCluster cluster, RelTraitSet traits, RelNode input) {
    super(cluster, traits, input, collationOf(traits));
  }

  private static RelCollation collationOf(RelTraitSet traits) {
    @Nullable RelCollation collation = traits.getCollation();
    if (collation == null) {
      throw new IllegalArgumentException("no order: " + traits);
    }
    return collation;
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    List<SortKey> keys =
        getCollation().getFieldCollations().stream().map(ItemSort::sortKey).toList();
    return PlanAssembly.sort(inputs.get(0), keys, null);
  }

  private static SortKey sortKey(RelFieldCollation field) {
    return new SortKey(
        new ColumnReference(field.getFieldIndex()),
        field.getDirection().isDescending(),
        field.nullDirection == NullDirection.FIRST);
  }

  @Override
  public Sort copy(
      RelTraitSet traits,
      RelNode input,
      RelCollation collation,
      @Nullable RexNode offset,
      @Nullable RexNode fetch) {
    return new ItemSort(getCluster(), traits, input);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return query.getRowCount(getInput());
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
    return ItemCost.ofRows(Cardinality.comparisons(query.getRowCount(getInput())));
  }
}
