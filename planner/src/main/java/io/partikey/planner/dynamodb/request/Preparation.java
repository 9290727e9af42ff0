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
import io.partikey.planner.dynamodb.mistake.ParameterCount;
import io.partikey.planner.dynamodb.rules.FormRules;
import io.partikey.planner.dynamodb.rules.StatementExaminer;
import java.util.List;

/** Makes statements ready to run on one database. */
record Preparation(
    QueryPlanner planner, PlannerSettings settings, Backend backend, Cancellation cancellation) {
  /**
   * A statement with its parameters.
   *
   * @throws EngineException if the number of parameters is wrong, or as the planner does
   */
  Prepared prepare(String statement, List<AttributeValue> parameters, boolean consistentRead) {
    FormRules.checkLength(statement);
    if (ParameterCount.of(statement) != parameters.size()) {
      StatementExaminer.requireWellFormed(statement);
      throw new EngineException(
          ErrorCode.PARAMETER_COUNT, "Number of parameters in request and statement don't match.");
    }
    CompiledStatement compiled = compile(statement, parameters, consistentRead);
    if (compiled.kind() == StatementKind.DEFINITION) {
      throw new EngineException(
          ErrorCode.SYNTAX_ERROR,
          "Statement wasn't well formed, can't be processed: Expected data manipulation");
    }
    return new Prepared(
        compiled,
        new ExecutionRequest(
            backend, backend, new Parameters(List.copyOf(parameters)), 0, 0, cancellation));
  }

  private CompiledStatement compile(
      String statement, List<AttributeValue> parameters, boolean consistentRead) {
    PlannerSettings requests = settings.forRequests(consistentRead);
    try {
      return planner.compile(statement, requests, backend, cancellation);
    } catch (EngineException refusal) {
      // A parameter may be the mistake that DynamoDB comes across first.
      if (!parameters.isEmpty() && refusal.code() != ErrorCode.CANCELED) {
        StatementExaminer.examine(
            statement, new Parameters(List.copyOf(parameters)), requests, backend.catalog());
      }
      throw refusal;
    }
  }

  /** The shape of a statement in which nothing is wrong but what its table says of it. */
  StatementShape shape(RequestedStatement statement) {
    if (ParameterCount.of(statement.statement()) != statement.parameters().size()) {
      return StatementShape.NONE;
    }
    try {
      StatementExaminer.examine(
          statement.statement(),
          new Parameters(List.copyOf(statement.parameters())),
          settings.forRequests(false),
          backend.catalog());
      return StatementShape.of(statement.statement());
    } catch (EngineException refusal) {
      return StatementShape.NONE;
    }
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
        throw new EngineException(
            ErrorCode.READ_ONLY,
            "The connection is read-only; open one that is not to change items.");
      }
    }
  }
}
