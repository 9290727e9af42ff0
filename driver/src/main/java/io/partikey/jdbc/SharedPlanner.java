package io.partikey.jdbc;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.QueryPlanner;

/** The planner of the JVM, made when the first database is opened. */
final class SharedPlanner {
  private SharedPlanner() {}

  @SuppressWarnings("DoNotCallSuggester")
  static QueryPlanner get() {
    throw new EngineException(ErrorCode.FEATURE_NOT_SUPPORTED, "There is no planner yet");
  }
}
