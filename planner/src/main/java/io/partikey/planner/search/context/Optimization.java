package io.partikey.planner.search.context;

/**
 * What the search does to make plans cheaper. Each can be left out: the plan reads more then, and
 * answers the same. A way to find out what is wrong with a plan, and to test that nothing is.
 */
public enum Optimization {
  /** Statements that name one full key are planned without Calcite. */
  DIRECT,
  /** Keys bound what is read; without it every read is a scan. */
  KEYS,
  /** Indexes are read that the statement does not name. */
  INDEXES,
  /** The branches of an OR are read one after the other. */
  BRANCHES,
  /** The cheapest access path is taken; without it the one that was found last. */
  COSTS,
  /** A limit stops a read. */
  LIMITS,
  /** The order in which a read answers saves a sort. */
  ORDERS,
  /** The count of a whole table or index is known without reading it. */
  COUNTS,
  /** The least and the greatest sort key are taken from an end of the collection. */
  EXTREMES,
  /** Tables are joined in the cheapest order; without it in the first that is possible. */
  JOIN_ORDER,
  /** The values of a subquery look up the rows around it. */
  LEADING_SUBQUERIES
}
