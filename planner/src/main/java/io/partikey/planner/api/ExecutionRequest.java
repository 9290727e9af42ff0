package io.partikey.planner.api;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.expression.Parameters;

/**
 * How a statement is to run.
 *
 * @param backend where tables are defined and counted
 * @param items where items are read and written: the backend, or the transaction that runs
 * @param parameters the values of the statement's parameters
 * @param maxRows most rows to return, 0 for all
 * @param fetchSize how many items to read at once, 0 for the planner's choice
 * @param cancellation tells a running statement to stop
 */
public record ExecutionRequest(
    Backend backend,
    ItemStore items,
    Parameters parameters,
    long maxRows,
    int fetchSize,
    Cancellation cancellation) {
  /** A request without limits on a backend, each write a commit of its own. */
  public static ExecutionRequest of(Backend backend, Parameters parameters) {
    return new ExecutionRequest(backend, backend, parameters, 0, 0, Cancellation.NEVER);
  }
}
