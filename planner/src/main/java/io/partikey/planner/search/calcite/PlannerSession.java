package io.partikey.planner.search.calcite;

import io.partikey.planner.search.context.SearchContext;
import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.metadata.RelMetadataQueryBase;
import org.apache.calcite.tools.RelBuilder;

/**
 * Calcite's planner, cluster and builder for one statement, with its expressions. Used by one
 * thread.
 */
final class PlannerSession {
  private static final Context BUILDER_CONTEXT =
      Contexts.of(
          RelBuilder.Config.DEFAULT
              .withSimplify(false)
              .withSimplifyLimit(false)
              .withSimplifyValues(false)
              .withPruneInputOfAggregate(false)
              .withRemoveRedundantDistinct(false)
              .withPreventEmptyFieldList(false)
              .withBloat(-1));

  private final SearchContext search;
  private final ExpressionPool expressions = new ExpressionPool();
  private final VolcanoPlanner planner;
  private final RelOptCluster cluster;
  private final RelBuilder builder;

  PlannerSession(SearchContext search) {
    this.search = search;
    this.planner = newPlanner(search, Contexts.of(this));
    this.cluster = newCluster(planner);
    this.builder = RelBuilder.proto(BUILDER_CONTEXT).create(cluster, null);
  }

  private static VolcanoPlanner newPlanner(SearchContext search, Context context) {
    VolcanoPlanner planner = new CancellablePlanner(context, search.cancellation());
    planner.setTopDownOpt(true);
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
    for (RelOptRule rule : PlannerRules.of(search)) {
      planner.addRule(rule);
    }
    planner.setExecutor((rexBuilder, constants, reduced) -> reduced.addAll(constants));
    return planner;
  }

  private static RelOptCluster newCluster(VolcanoPlanner planner) {
    RelOptCluster cluster = RelOptCluster.create(planner, DynamicTypes.REX);
    // Set by the cluster on this thread; it would keep the class loader of Calcite alive.
    RelMetadataQueryBase.THREAD_PROVIDERS.remove();
    cluster.setMetadataQuerySupplier(() -> new RelMetadataQuery(ItemMetadata.INSTANCE));
    return cluster;
  }

  /** The session that a cluster belongs to. */
  static PlannerSession of(RelOptCluster cluster) {
    return cluster.getPlanner().getContext().unwrapOrThrow(PlannerSession.class);
  }

  ExpressionPool expressions() {
    return expressions;
  }

  RelBuilder builder() {
    return builder;
  }

  RelOptCluster cluster() {
    return cluster;
  }

  /** What the search knows beside the statement. */
  SearchContext search() {
    return search;
  }

  /** The cheapest expression of the convention ITEM that means the same, in the same order. */
  RelNode cheapest(RelNode root) {
    RelTraitSet traits = root.getTraitSet().simplify().replace(ItemConvention.INSTANCE);
    planner.setRoot(root.getTraitSet().equals(traits) ? root : planner.changeTraits(root, traits));
    return planner.findBestExp();
  }
}
