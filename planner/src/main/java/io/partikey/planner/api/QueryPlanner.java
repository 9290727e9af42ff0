package io.partikey.planner.api;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.expression.Parameters;

/**
 * The way from a statement's text to a plan: parses, binds, plans, and keeps finished plans for the
 * texts seen last. Thread-safe; one serves all connections of the JVM.
 */
public interface QueryPlanner {
  /**
   * The plan of a statement. Where making it takes long, the caller leaves at most a few hundredths
   * of a second after it is told to stop.
   *
   * @param text one statement, a trailing semicolon allowed
   * @param cancellation asked by this thread and others, until this returns or a little longer
   * @throws io.partikey.engine.error.EngineException when the text is no statement, names what does
   *     not exist, or would read what no key bounds; with its place in the text where known
   */
  CompiledStatement compile(
      String text, PlannerSettings settings, Backend backend, Cancellation cancellation);

  /**
   * The plan of a statement that is to run with values that are known by now. The plan is the same;
   * of several mistakes of the statement a wrong value may be the first.
   *
   * @param parameters the values of its parameters
   */
  default CompiledStatement compile(
      String text,
      PlannerSettings settings,
      Backend backend,
      Cancellation cancellation,
      Parameters parameters) {
    return compile(text, settings, backend, cancellation);
  }

  /** The plan of a statement that nobody stops. */
  default CompiledStatement compile(String text, PlannerSettings settings, Backend backend) {
    return compile(text, settings, backend, Cancellation.NEVER);
  }

  /** Loads and warms up the search in the background, once per JVM. Returns at once. */
  void warmUp();
}
