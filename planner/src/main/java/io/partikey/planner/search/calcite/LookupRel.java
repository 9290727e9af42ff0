package io.partikey.planner.search.calcite;

import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.SourceConditions;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Outer rows, each with the items of a source that meet conditions on it, before a path is chosen.
 */
final class LookupRel extends SingleRel {
  private final LookupKind kind;
  private final SourceConditions inner;
  private final List<AccessPath> paths;
  private final int occurrence;

  /**
   * A lookup.
   *
   * @param inner the source; columns in its conditions are those of the outer row
   * @param occurrence which source of the statement it is
   */
  LookupRel(
      RelTraitSet traits,
      RelNode outer,
      LookupKind kind,
      SourceConditions inner,
      List<AccessPath> paths,
      int occurrence) {
    super(outer.getCluster(), traits, outer);
    this.kind = kind;
    this.inner = inner;
    this.paths = List.copyOf(paths);
    this.occurrence = occurrence;
  }

  LookupKind kind() {
    return kind;
  }

  SourceConditions inner() {
    return inner;
  }

  List<AccessPath> paths() {
    return paths;
  }

  @Override
  protected RelDataType deriveRowType() {
    return kind.rowType(getInput(), inner);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return kind.rows(query.getRowCount(getInput()), Math.max(1, paths.get(0).cost().rows()));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new LookupRel(traits, inputs.get(0), kind, inner, paths, occurrence);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return explainOwnTerms(super.explainTerms(writer));
  }

  /** Adds what tells this lookup from another, its input aside. */
  RelWriter explainOwnTerms(RelWriter writer) {
    return writer
        .item("kind", kind)
        .item("inner", inner.source().alias())
        .item("occurrence", occurrence);
  }
}
