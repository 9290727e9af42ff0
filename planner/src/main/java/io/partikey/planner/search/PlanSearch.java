package io.partikey.planner.search;

import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.search.context.SearchContext;

/** Finds the cheapest plan of a bound statement. Thread-safe. */
public interface PlanSearch {
  /**
   * The cheapest plan of a query.
   *
   * @throws io.partikey.engine.error.EngineException with {@code NOT_KEYED} and advice when every
   *     plan holds a scan that nothing allows
   */
  QueryPlan plan(BoundQuery query, SearchContext context);

  /** The plan of a write; raises as for a query. */
  WritePlan plan(BoundWrite write, SearchContext context);
}
