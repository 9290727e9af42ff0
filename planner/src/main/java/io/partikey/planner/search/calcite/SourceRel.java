package io.partikey.planner.search.calcite;

import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.SourceConditions;
import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** The items of a table or index that meet conditions, with the paths by which they can be read. */
final class SourceRel extends AbstractRelNode {
  private final SourceConditions conditions;
  private final List<AccessPath> paths;
  private final int occurrence;

  /**
   * A source of a statement.
   *
   * @param occurrence which source of the statement it is, since one table may be there twice
   */
  SourceRel(
      RelOptCluster cluster, SourceConditions conditions, List<AccessPath> paths, int occurrence) {
    super(cluster, cluster.traitSetOf(Convention.NONE));
    this.conditions = conditions;
    this.paths = List.copyOf(paths);
    this.occurrence = occurrence;
  }

  SourceConditions conditions() {
    return conditions;
  }

  List<AccessPath> paths() {
    return paths;
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(conditions.source().width());
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return Math.max(1, paths.get(0).cost().rows());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("source", conditions.source().alias())
        .item("occurrence", occurrence);
  }
}
