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
  QueryPlan plan(Relation bound) {
    Relation relation = new RelationRewriter(paths).rewrite(bound);
    Optional<PlanNode> direct = new DirectSearch(paths).find(relation);
    if (direct.isPresent()) {
      return new QueryPlan(direct.get(), "direct", null);
    }
    CalciteSearch.Found found = new CalciteSearch(context, paths).find(relation);
    if (found.unkeyed().isEmpty()) {
      return new QueryPlan(found.plan(), "calcite", null);
    }
    Advice advice = new Advice(UnkeyedRead.of(found.unkeyed().get(0), relation), context);
    if (context.settings().scan() != ScanPolicy.BOUNDED || !CappedScan.mayBe(found.plan())) {
      throw advice.refusal();
    }
    @Nullable String unlessCapped = CappedScan.isLimited(found.plan()) ? null : advice.text();
    return new QueryPlan(found.plan(), "calcite", unlessCapped);
  }
}
