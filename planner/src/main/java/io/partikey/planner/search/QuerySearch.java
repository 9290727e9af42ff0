package io.partikey.planner.search;

import io.partikey.planner.ScanPolicy;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.search.advice.Advice;
import io.partikey.planner.search.advice.UnkeyedRead;
import io.partikey.planner.search.calcite.CalciteSearch;
import io.partikey.planner.search.direct.DirectSearch;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.rewrite.RelationRewriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans queries of one statement. */
final class QuerySearch {
  private final SearchContext context;
  private final AccessPaths paths;

  QuerySearch(SearchContext context) {
    this.context = context;
    this.paths = new AccessPaths(context);
  }

  /** The cheapest plan of a relation; raises {@code NOT_KEYED} with advice. */
  QueryPlan plan(Relation relation) {
    Result result = search(relation);
    if (result.advice.isEmpty()) {
      return new QueryPlan(result.root, result.search, null);
    }
    Advice advice = result.advice.get();
    if (context.settings().scan() != ScanPolicy.BOUNDED || !CappedScan.mayBe(result.root)) {
      throw advice.refusal();
    }
    @Nullable String unlessCapped = CappedScan.isLimited(result.root) ? null : advice.text();
    return new QueryPlan(result.root, result.search, unlessCapped);
  }

  /** The plan of rows that a write takes, which only a LIMIT of their own caps. */
  PlanNode planUncapped(Relation relation) {
    Result result = search(relation);
    boolean bounded =
        context.settings().scan() == ScanPolicy.BOUNDED
            && CappedScan.mayBe(result.root)
            && CappedScan.isLimited(result.root);
    if (result.advice.isPresent() && !bounded) {
      throw result.advice.get().refusal();
    }
    return result.root;
  }

  /** A plan, and the advice to refuse it with if a scan is in it that nothing allows. */
  private record Result(PlanNode root, String search, Optional<Advice> advice) {}

  private Result search(Relation bound) {
    Relation relation = new RelationRewriter(paths).rewrite(bound);
    Optional<PlanNode> direct =
        context.applies(SearchRule.DIRECT)
            ? new DirectSearch(paths).find(relation)
            : Optional.empty();
    if (direct.isPresent()) {
      return new Result(direct.get(), "direct", Optional.empty());
    }
    CalciteSearch.Found found =
        FirstSearch.run(() -> new CalciteSearch(context, paths).find(relation));
    Optional<Advice> advice =
        found.unkeyed().stream()
            .findFirst()
            .map(read -> UnkeyedRead.of(read.conditions(), read.lookedUp(), relation))
            .map(read -> new Advice(read, context));
    return new Result(found.plan(), "calcite", advice);
  }
}
