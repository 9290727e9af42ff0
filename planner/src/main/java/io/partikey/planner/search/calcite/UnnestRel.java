package io.partikey.planner.search.calcite;

import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.search.cost.Cardinality;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** Rows with the elements of a collection of their own, before a way to do it is chosen. */
final class UnnestRel extends SingleRel {
  private final Unnesting unnest;

  /**
   * An unnesting.
   *
   * @param unnest what is unnested and how; its input is not looked at
   */
  UnnestRel(RelTraitSet traits, RelNode input, Unnesting unnest) {
    super(input.getCluster(), traits, input);
    this.unnest = unnest;
  }

  Unnesting unnest() {
    return unnest;
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(unnest.width());
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return Cardinality.unnested(query.getRowCount(getInput()));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new UnnestRel(traits, inputs.get(0), unnest);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("collection", unnest.collection())
        .item("withPosition", unnest.withPosition())
        .item("keepEmpty", unnest.keepEmpty());
  }
}
