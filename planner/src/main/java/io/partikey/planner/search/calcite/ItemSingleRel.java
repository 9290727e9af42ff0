package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/** A relational expression of the convention ITEM over one input, which costs the rows it reads. */
abstract class ItemSingleRel extends SingleRel implements ItemRel {
  ItemSingleRel(RelTraitSet traits, RelNode input) {
    super(input.getCluster(), traits, input);
  }

  /** How many rows come out for so many that go in. */
  abstract double rowsOf(double inputRows);

  /** How many rows are handled for so many that go in. */
  double workOf(double inputRows) {
    return inputRows;
  }

  @Override
  public final double estimateRowCount(RelMetadataQuery query) {
    return rowsOf(query.getRowCount(getInput()));
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
    return ItemCost.ofRows(workOf(query.getRowCount(getInput())));
  }
}
