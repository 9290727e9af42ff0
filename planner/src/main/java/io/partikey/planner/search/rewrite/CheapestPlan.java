package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Logical;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.RelationVisitor;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessNodes;
import io.partikey.planner.search.key.AccessOrder;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import java.util.Comparator;
import java.util.List;

/**
 * The cost of a relation when each of its tables is read by its cheapest path and every order is
 * sorted. An upper bound of what the search will find, good enough to choose among orders of joins.
 */
final class CheapestPlan implements RelationVisitor<PlanNode> {
  private final AccessPaths paths;

  CheapestPlan(AccessPaths paths) {
    this.paths = paths;
  }

  /** Whether it matters which order of joins is the cheapest. */
  boolean ordersJoins() {
    return paths.context().applies(Optimization.JOIN_ORDER);
  }

  /** The cost of a relation. */
  PlanCost cost(Relation relation) {
    return plan(relation).cost();
  }

  /** Whether a relation is the item of a table that a full key names, or nothing. */
  boolean isOneItem(Relation relation) {
    boolean ofTable =
        relation instanceof TableSource
            || (relation instanceof Selection selection
                && selection.input() instanceof TableSource);
    return ofTable && !Emptiness.of(relation) && plan(relation) instanceof KeyGet;
  }

  private PlanNode plan(Relation relation) {
    return Emptiness.of(relation) ? PlanAssembly.noRows(relation.width()) : relation.accept(this);
  }

  @Override
  public PlanNode visitTableSource(TableSource table) {
    return access(SourceConditions.ofColumns(table, List.of()));
  }

  @Override
  public PlanNode visitUnit(Unit unit) {
    return PlanAssembly.singleRow();
  }

  @Override
  public PlanNode visitSelection(Selection selection) {
    if (selection.input() instanceof TableSource source
        && SourceConditions.areOnAttributes(source, selection.conjuncts())) {
      return access(SourceConditions.ofColumns(source, selection.conjuncts()));
    }
    return PlanAssembly.filter(plan(selection.input()), Logical.and(selection.conjuncts()));
  }

  @Override
  public PlanNode visitProjection(Projection projection) {
    return PlanAssembly.project(plan(projection.input()), projection.expressions());
  }

  @Override
  public PlanNode visitJoin(Join join) {
    return PlanAssembly.lookup(
        plan(join.left()),
        access(lookedUp(join.left(), join.right(), join.conjuncts())),
        join.kind() == Join.Kind.LEFT);
  }

  @Override
  public PlanNode visitSemiJoin(SemiJoin join) {
    return PlanAssembly.semiLookup(
        plan(join.left()),
        firstOf(lookedUp(join.left(), join.right(), join.conjuncts())),
        join.negated());
  }

  @Override
  public PlanNode visitUnnesting(Unnesting unnesting) {
    return PlanAssembly.unnest(
        plan(unnesting.input()),
        unnesting.collection(),
        unnesting.withPosition(),
        unnesting.keepEmpty());
  }

  @Override
  public PlanNode visitAggregation(Aggregation aggregation) {
    return PlanAssembly.aggregate(
        plan(aggregation.input()), aggregation.keys(), aggregation.calls());
  }

  @Override
  public PlanNode visitDeduplication(Deduplication deduplication) {
    return PlanAssembly.distinct(plan(deduplication.input()), deduplication.width());
  }

  @Override
  public PlanNode visitOrdering(Ordering ordering) {
    return PlanAssembly.sort(plan(ordering.input()), ordering.keys(), null);
  }

  @Override
  public PlanNode visitSlice(Slice slice) {
    return PlanAssembly.limit(plan(slice.input()), slice.limit(), slice.offset());
  }

  @Override
  public PlanNode visitUnion(Union union) {
    return PlanAssembly.unionAll(union.branches().stream().map(this::plan).toList());
  }

  private static SourceConditions lookedUp(
      Relation outer, Relation inner, List<Expression> conjuncts) {
    return SourceConditions.ofLookup((TableSource) inner, outer.width(), conjuncts);
  }

  private Access access(SourceConditions conditions) {
    AccessNodes nodes = new AccessNodes(conditions.source());
    AccessPath cheapest =
        paths.of(conditions).stream()
            .min(Comparator.comparing(path -> nodes.cost(path, AccessOrder.NATURAL, null)))
            .orElseThrow();
    return nodes.node(cheapest, AccessOrder.NATURAL, null);
  }

  private Access firstOf(SourceConditions conditions) {
    AccessNodes nodes = new AccessNodes(conditions.source());
    return paths.of(conditions).stream()
        .map(
            path ->
                nodes.node(
                    path, AccessOrder.NATURAL, path.takesLimit() ? PlanAssembly.ONE_ROW : null))
        .min(Comparator.comparing(Access::cost))
        .orElseThrow();
  }

  /** The cost of reading items that meet conditions, by the cheapest path. */
  PlanCost cost(SourceConditions conditions) {
    return access(conditions).cost();
  }
}
