package io.partikey.jdbc;

import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.compile.KeyedQueryPlanner;

/** The planner of the JVM, made when the first database is opened. */
final class SharedPlanner {
  private static final QueryPlanner INSTANCE = new KeyedQueryPlanner();

  private SharedPlanner() {}

  static QueryPlanner get() {
    return INSTANCE;
  }
}
