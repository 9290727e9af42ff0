package io.partikey.planner.dynamodb.write;

import io.partikey.engine.backend.WriteRequest;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;

/** EXISTS: a condition that the writes of a transaction depend on. */
public interface CheckStatement extends CompiledStatement {
  /**
   * The check, for these parameters.
   *
   * @throws io.partikey.engine.error.EngineException unless it is of one item and has a condition
   *     beside its key
   */
  WriteRequest.Check check(ExecutionRequest request);
}
