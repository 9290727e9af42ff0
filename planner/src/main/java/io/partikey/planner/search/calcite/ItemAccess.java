package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessNodes;
import io.partikey.planner.search.key.AccessOrder;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AttributeOrder;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** Reads a source through one of its access paths, in an order that the path delivers. */
final class ItemAccess extends AbstractRelNode implements ItemRel {
  private final SourceRel source;
  private final AccessPath path;
  private final AccessOrder order;
  private final @Nullable Expression limit;

  private ItemAccess(
      RelTraitSet traits,
      SourceRel source,
      AccessPath path,
      AccessOrder order,
      @Nullable Expression limit) {
    super(source.getCluster(), traits);
    this.source = source;
    this.path = path;
    this.order = order;
    this.limit = limit;
  }

  /** A read of a source in the path's own order. */
  static ItemAccess natural(SourceRel source, AccessPath path) {
    RelTraitSet traits = source.getTraitSet().replace(ItemConvention.INSTANCE);
    return new ItemAccess(traits, source, path, AccessOrder.NATURAL, null);
  }

  /**
   * A read of a source in the order that traits ask for, if the path delivers it.
   *
   * @param limit most rows to return, null for all; only where the path takes a limit
   */
  static Optional<ItemAccess> ordered(
      SourceRel source, AccessPath path, RelTraitSet traits, @Nullable Expression limit) {
    SearchContext search = PlannerSession.of(source.getCluster()).search();
    return attributeOrder(source.conditions(), traits)
        .filter(order -> order.isEmpty() || search.applies(Optimization.ORDERS))
        .flatMap(order -> AccessOrder.of(source.conditions(), path, order))
        .map(order -> new ItemAccess(traits, source, path, order, limit));
  }

  /** The order that traits ask for by attributes; empty if by anything else. */
  private static Optional<List<AttributeOrder>> attributeOrder(
      SourceConditions conditions, RelTraitSet traits) {
    @Nullable RelCollation collation = traits.getCollation();
    if (collation == null) {
      return Optional.empty();
    }
    List<String> attributes = conditions.source().attributes();
    List<AttributeOrder> order = new ArrayList<>();
    for (RelFieldCollation field : collation.getFieldCollations()) {
      if (field.getFieldIndex() >= attributes.size()) {
        return Optional.empty();
      }
      order.add(
          new AttributeOrder(
              attributes.get(field.getFieldIndex()), field.getDirection().isDescending()));
    }
    return Optional.of(order);
  }

  SourceConditions conditions() {
    return source.conditions();
  }

  /** Whether it reads everything though nothing allows that. */
  boolean isUnforcedScan() {
    return cost().unforcedScans() > 0;
  }

  private PlanCost cost() {
    return new AccessNodes(source.conditions().source()).cost(path, order, limit);
  }

  /** A limited read cannot be reordered: it would return other rows. */
  @Override
  public @Nullable RelNode passThrough(RelTraitSet required) {
    if (limit != null || required.getConvention() != ItemConvention.INSTANCE) {
      return null;
    }
    return ordered(source, path, required, null).orElse(null);
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return node();
  }

  /** The read as a node of a plan. */
  Access node() {
    return new AccessNodes(source.conditions().source()).node(path, order, limit);
  }

  @Override
  protected RelDataType deriveRowType() {
    return source.getRowType();
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return cost().rows();
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery query) {
    return ItemCost.ofReads(1, cost(), path.rank());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return source
        .explainTerms(super.explainTerms(writer))
        .item("path", path.rank())
        .item("order", order)
        .itemIf("limit", limit, limit != null);
  }
}
