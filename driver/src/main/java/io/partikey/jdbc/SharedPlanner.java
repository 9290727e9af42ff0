package io.partikey.jdbc;

import io.partikey.planner.QueryPlanner;

/** The planner of the JVM, made when the first database is opened. */
final class SharedPlanner {
  private static final QueryPlanner INSTANCE = QueryPlanner.create();

  private SharedPlanner() {}

  static QueryPlanner get() {
    return INSTANCE;
  }
}
