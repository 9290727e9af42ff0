package io.partikey.planner;

import io.partikey.engine.backend.Backend;
import java.time.Clock;

/**
 * The way from a statement's text to a plan: parses, binds, plans, and keeps finished plans for the
 * texts seen last. Thread-safe; one serves all connections of the JVM.
 */
public interface QueryPlanner {
  /** A planner with an empty cache, which has not loaded Calcite yet. */
  static QueryPlanner create() {
    return new KeyedQueryPlanner(Clock.systemUTC());
  }

  /**
   * The plan of a statement.
   *
   * @param text one statement, a trailing semicolon allowed
   * @throws io.partikey.engine.error.EngineException when the text is no statement, names what does
   *     not exist, or would read what no key bounds; with its place in the text where known
   */
  CompiledStatement compile(String text, PlannerSettings settings, Backend backend);

  /** Loads and warms up the search in the background, once per JVM. Returns at once. */
  void warmUp();
}
