package io.partikey.planner.search.calcite;

import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.key.AccessNodes;
import io.partikey.planner.search.key.AccessOrder;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.SourceConditions;
import java.util.List;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** Outer rows in their order, each with what one access path finds for it. */
final class ItemLookup extends ItemSingleRel {
  private final LookupRel lookup;
  private final AccessPath path;

  ItemLookup(RelTraitSet traits, RelNode outer, LookupRel lookup, AccessPath path) {
    super(traits, outer);
    this.lookup = lookup;
    this.path = path;
  }

  SourceConditions inner() {
    return lookup.inner();
  }

  /** Whether it reads everything though nothing allows that. */
  boolean isUnforcedScan() {
    return cost().unforcedScans() > 0;
  }

  private PlanCost cost() {
    return nodes().cost(path, AccessOrder.NATURAL, lookup.kind().mostInnerRows(path));
  }

  private AccessNodes nodes() {
    return new AccessNodes(lookup.inner().source());
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return lookup.kind().plan(inputs.get(0), node());
  }

  /** What is read for each outer row. */
  Access node() {
    return nodes().node(path, AccessOrder.NATURAL, lookup.kind().mostInnerRows(path));
  }

  @Override
  double rowsOf(double inputRows) {
    return lookup.kind().rows(inputRows, path.cost().rows());
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
    return ItemCost.ofReads(query.getRowCount(getInput()), cost(), path.rank());
  }

  @Override
  protected RelDataType deriveRowType() {
    return lookup.getRowType();
  }

  @Override
  public @Nullable Pair<RelTraitSet, List<RelTraitSet>> passThroughTraits(RelTraitSet required) {
    return CollationMapping.toInput(
        required, CollationMapping.leading(getInput().getRowType().getFieldCount()));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemLookup(traits, inputs.get(0), lookup, path);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return lookup.explainOwnTerms(super.explainTerms(writer)).item("path", path.rank());
  }
}
