package io.partikey.planner.dynamodb.write;

import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import java.util.Optional;

/** A statement that changes items. */
public interface WriteStatement extends CompiledStatement {
  /** The table that is changed. */
  TableDescription table();

  /**
   * The one write that it is for these parameters; empty where it may change other than one item.
   *
   * @throws io.partikey.engine.error.EngineException if a parameter has a value that it cannot have
   */
  Optional<WriteRequest> request(ExecutionRequest request);
}
