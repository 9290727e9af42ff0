package io.partikey.planner.api;

import io.partikey.engine.backend.Backend;
import java.util.List;

/**
 * A statement that was parsed, bound and planned, ready to run any number of times. Immutable and
 * thread-safe; valid until the catalog that it was planned on changes, after which the planner
 * makes another one from the same text.
 */
public interface CompiledStatement {
  /** What the statement does. */
  StatementKind kind();

  /** Whether executing it returns rows. */
  boolean returnsRows();

  /**
   * The columns that its rows will have, empty where it returns none. Those of {@code SELECT *}
   * follow the attributes that the table has by now.
   */
  List<ResultColumn> columns(Backend backend);

  /**
   * What somebody who wrote the statement should know of it by now though it is no error, such as
   * an attribute that no item has ever had; a sentence each.
   */
  default List<String> warnings(Backend backend) {
    return List.of();
  }

  /** Its parameters, by position. */
  List<ParameterDescription> parameters();

  /**
   * Runs the statement.
   *
   * @throws io.partikey.engine.error.EngineException when it fails; nothing was changed then
   */
  StatementResult execute(ExecutionRequest request);
}
