package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;

/**
 * Answers requests on one database. The statements are in DynamoDB's dialect, whatever that of the
 * connection is, and each request is a commit of its own. Thread-safe.
 *
 * <p>All methods raise {@link io.partikey.engine.error.EngineException}; nothing was changed then.
 */
public final class StatementRequests {
  private final Preparation preparation;
  private final RequestTokens tokens;
  private final Object database;

  /**
   * Requests on a database.
   *
   * @param settings of the connection, for what they say of scans
   * @param tokens the tokens of requests, which all connections share
   * @param cancellation tells a running request to stop
   */
  public StatementRequests(
      QueryPlanner planner,
      PlannerSettings settings,
      Backend backend,
      RequestTokens tokens,
      Cancellation cancellation) {
    this.preparation = new Preparation(planner, settings, backend, cancellation);
    this.tokens = tokens;
    this.database = backend.identity();
  }

  /**
   * Runs one statement, or reads one page of it.
   *
   * @param readOnly whether a write is refused
   * @throws io.partikey.engine.backend.ConditionFailedException when the condition of a write does
   *     not hold
   */
  public ExecuteStatementAnswer execute(ExecuteStatement request, boolean readOnly) {
    RequestShape.check(request);
    return new StatementExecution(preparation, readOnly).execute(request);
  }

  /**
   * Runs the statements of a batch, each by itself.
   *
   * @param readOnly whether writes are refused
   */
  public BatchExecuteStatementAnswer execute(BatchExecuteStatement request, boolean readOnly) {
    RequestShape.check(request);
    return new BatchExecution(preparation, readOnly).execute(request);
  }

  /**
   * Runs the statements of a transaction, all or nothing.
   *
   * @param readOnly whether writes are refused
   * @throws io.partikey.engine.backend.TransactionCanceledException with one reason for each
   *     statement, in order
   */
  public ExecuteTransactionAnswer execute(ExecuteTransaction request, boolean readOnly) {
    RequestShape.check(request);
    TransactionExecution execution = new TransactionExecution(preparation, readOnly);
    return request.clientRequestToken() == null
        ? execution.execute(request)
        : tokens.once(database, request, execution);
  }
}
