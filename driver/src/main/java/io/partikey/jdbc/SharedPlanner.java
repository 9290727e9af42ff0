package io.partikey.jdbc;

import io.partikey.planner.QueryPlanner;

/** The planner of the JVM, made when the first database is opened. */
final class SharedPlanner {
  private static final QueryPlanner PLANNER = QueryPlanner.create();

  private SharedPlanner() {}

  static QueryPlanner get() {
    return PLANNER;
  }
}
