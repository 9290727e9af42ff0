package io.partikey.planner.search;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.search.direct.DirectSearch;
import io.partikey.planner.search.key.AccessPaths;
import java.util.Optional;

/** Plans queries of one statement. */
final class QuerySearch {
  private final AccessPaths paths;

  QuerySearch(SearchContext context) {
    this.paths = new AccessPaths(context);
  }

  /** The cheapest plan of a relation; raises {@code NOT_KEYED} with advice. */
  QueryPlan plan(Relation relation) {
    Optional<PlanNode> direct = new DirectSearch(paths).find(relation);
    if (direct.isPresent()) {
      return new QueryPlan(direct.get(), "direct", null);
    }
    throw new EngineException(
        ErrorCode.NOT_KEYED,
        "The statement does not name a full key. Add an equality on each key attribute.");
  }
}
