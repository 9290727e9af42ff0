package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.ParameterCount;
import io.partikey.planner.dynamodb.mistake.Stage;
import io.partikey.planner.dynamodb.rules.FormRules;
import java.util.List;

/** Makes statements ready to run on one database. */
record Preparation(
    QueryPlanner planner, PlannerSettings settings, Backend backend, Cancellation cancellation) {
  /**
   * A statement with its parameters.
   *
   * @throws EngineException if the number of parameters is wrong, or as the planner does
   */
  Prepared prepare(String statement, List<AttributeValue> values, boolean consistentRead) {
    Parameters parameters = new Parameters(List.copyOf(values));
    MistakeException.raise(FormRules.ofLength(statement));
    if (ParameterCount.of(statement) != values.size()) {
      MistakeException.raise(StatementShape.mistakeOfForm(statement));
      throw new MistakeException(
          Mistake.of(
              Stage.REQUEST,
              ErrorCode.PARAMETER_COUNT,
              "Number of parameters in request and statement don't match."));
    }
    CompiledStatement compiled =
        planner.compile(
            statement, settings.forRequests(consistentRead), backend, cancellation, parameters);
    if (compiled.kind() == StatementKind.DEFINITION) {
      throw new MistakeException(
          Mistake.notWellFormed(Stage.FORM, null, "Expected data manipulation"));
    }
    return new Prepared(
        compiled, new ExecutionRequest(backend, backend, parameters, 0, 0, cancellation));
  }

  /**
   * A statement that is ready to run.
   *
   * @param compiled the statement
   * @param run its parameters, and where it runs
   */
  record Prepared(CompiledStatement compiled, ExecutionRequest run) {
    boolean isRead() {
      return compiled.kind() == StatementKind.QUERY;
    }

    /** Refuses a write where only reads are allowed. */
    void requireAllowed(boolean readOnly) {
      if (readOnly && !isRead()) {
        throw new MistakeException(
            Mistake.of(
                Stage.PERMISSION,
                ErrorCode.READ_ONLY,
                "The connection is read-only; open one that is not to change items."));
      }
    }
  }
}
