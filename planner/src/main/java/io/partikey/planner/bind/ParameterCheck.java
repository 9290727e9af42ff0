package io.partikey.planner.bind;

import io.partikey.engine.expression.Parameters;

/** What a statement asks of the values of its parameters before it runs. Immutable. */
@FunctionalInterface
public interface ParameterCheck {
  /**
   * Checks the values.
   *
   * @throws io.partikey.engine.error.EngineException if the statement cannot run with them
   */
  void check(Parameters parameters);
}
