package io.partikey.planner.search;

import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.search.context.SearchContext;

/**
 * The search for keyed plans: directly where a statement names a full key, by Calcite for
 * everything else. Stateless, so that one serves all connections.
 */
public final class PlanSearch {
  /** A search, ready at once. */
  public PlanSearch() {}

  /**
   * The cheapest plan of a query.
   *
   * @throws io.partikey.engine.error.EngineException with {@code NOT_KEYED} and advice when every
   *     plan holds a scan that nothing allows
   */
  public QueryPlan plan(BoundQuery query, SearchContext context) {
    return new QuerySearch(context, false).plan(query.relation());
  }

  /** The plan of a write; raises as for a query. */
  public WritePlan plan(BoundWrite write, SearchContext context) {
    return new WriteSearch(context).plan(write);
  }

  /** Whether the search has been loaded, so that planning no longer waits for that. */
  public boolean isLoaded() {
    return ClassInitialization.isDone();
  }

  /**
   * Plans statements of every common shape once, so that later ones do not pay for loading and
   * compiling the search. Returns when it is done; to be called on a thread of its own.
   */
  public void warmUp() {
    WarmUp.run(this);
  }
}
