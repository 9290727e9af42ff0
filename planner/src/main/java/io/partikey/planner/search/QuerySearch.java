package io.partikey.planner.search;

import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.search.advice.Refusal;
import io.partikey.planner.search.advice.UnkeyedRead;
import io.partikey.planner.search.calcite.CalciteSearch;
import io.partikey.planner.search.context.AccessSurvey;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.direct.DirectSearch;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.rewrite.RelationRewriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans queries of one statement. */
final class QuerySearch {
  private final SearchContext context;
  private final boolean changes;

  /**
   * A search.
   *
   * @param changes whether the statement changes the items that the query finds
   */
  QuerySearch(SearchContext context, boolean changes) {
    this.context = context;
    this.changes = changes;
  }

  /** The cheapest plan of a relation; raises {@code NOT_KEYED} with advice. */
  QueryPlan plan(Relation relation) {
    Result result = search(relation);
    if (result.refusal.isEmpty()) {
      return new QueryPlan(result.root, result.search, null);
    }
    Refusal refusal = result.refusal.get();
    if (context.settings().scan() != ScanPolicy.BOUNDED || !CappedScan.mayBe(result.root)) {
      throw refusal.error();
    }
    @Nullable String unlessCapped = CappedScan.isLimited(result.root) ? null : refusal.text();
    return new QueryPlan(result.root, result.search, unlessCapped);
  }

  /** The plan of rows that a write takes, which only a LIMIT of their own caps. */
  PlanNode planUncapped(Relation relation) {
    Result result = search(relation);
    boolean bounded =
        context.settings().scan() == ScanPolicy.BOUNDED
            && CappedScan.mayBe(result.root)
            && CappedScan.isLimited(result.root);
    if (result.refusal.isPresent() && !bounded) {
      throw result.refusal.get().error();
    }
    return result.root;
  }

  /** A plan, and what to refuse it with if a scan is in it that nothing allows. */
  private record Result(PlanNode root, String search, Optional<Refusal> refusal) {}

  private Result search(Relation bound) {
    AccessPaths paths = paths(bound);
    Relation relation = new RelationRewriter(paths).rewrite(bound);
    Optional<PlanNode> direct =
        context.applies(Optimization.DIRECT)
            ? new DirectSearch(paths).find(relation)
            : Optional.empty();
    if (direct.isPresent()) {
      return new Result(direct.get(), "direct", Optional.empty());
    }
    CalciteSearch.Found found =
        ClassInitialization.run(() -> new CalciteSearch(context, paths).find(relation));
    return new Result(found.plan(), "calcite", refusal(found, bound));
  }

  private AccessPaths paths(Relation bound) {
    AccessPaths paths = new AccessPaths(context);
    return isLimited(bound) ? paths.surveyedUpTo(AccessSurvey.MOST_UNITS_WITH_LIMIT) : paths;
  }

  private static boolean isLimited(Relation relation) {
    return (relation instanceof Slice slice && slice.limit() != null)
        || relation.inputs().stream().anyMatch(QuerySearch::isLimited);
  }

  private Optional<Refusal> refusal(CalciteSearch.Found found, Relation bound) {
    if (found.unkeyed().isEmpty()) {
      return Optional.empty();
    }
    List<UnkeyedRead> reads =
        found.unkeyed().stream()
            .map(read -> new UnkeyedRead(read.conditions(), read.node(), read.lookedUp()))
            .toList();
    SearchContext unread = context.with(AccessSurvey.NONE);
    return Optional.of(
        new Refusal(
            bound,
            reads,
            found.plan().cost(),
            changes,
            unread,
            new QuerySearch(unread, changes)::cost));
  }

  /** What a relation costs by its best plan; an item that is changed by its key is not read. */
  private PlanCost cost(Relation relation) {
    PlanNode root = search(relation).root;
    boolean written = changes && root instanceof KeyGet;
    return written ? PlanCost.ZERO : root.cost();
  }
}
