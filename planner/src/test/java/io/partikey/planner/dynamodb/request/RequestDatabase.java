package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.compile.KeyedQueryPlanner;
import java.util.ServiceLoader;

/** A database in memory that answers requests. */
final class RequestDatabase implements AutoCloseable {
  private static final PlannerSettings SETTINGS =
      new PlannerSettings(Dialect.SQL, ScanPolicy.ALLOW, false, false, 400);

  private final Backend backend;
  private final StatementRequests requests;

  private RequestDatabase(Backend backend, RequestTokens tokens) {
    this.backend = backend;
    this.requests =
        new StatementRequests(
            new KeyedQueryPlanner(), SETTINGS, backend, tokens, Cancellation.NEVER);
  }

  /** An empty database. */
  static RequestDatabase open(RequestTokens tokens) {
    BackendAddress address = new BackendAddress(BackendAddress.Kind.MEMORY, "");
    for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
      if (provider.opens(address.kind())) {
        return new RequestDatabase(provider.open(address, BackendOptions.DEFAULT), tokens);
      }
    }
    throw new IllegalStateException("no backend in memory");
  }

  /** Runs a definition. */
  void define(String text) {
    new KeyedQueryPlanner()
        .compile(text, SETTINGS, backend)
        .execute(ExecutionRequest.of(backend, Parameters.NONE));
  }

  /** Runs a statement. */
  ExecuteStatementAnswer execute(String statement, AttributeValue... parameters) {
    return execute(ExecuteStatement.of(statement, parameters));
  }

  /** Answers a request. */
  ExecuteStatementAnswer execute(ExecuteStatement request) {
    return requests.execute(request, false);
  }

  /** Answers a transaction. */
  ExecuteTransactionAnswer execute(ExecuteTransaction request) {
    return requests.execute(request, false);
  }

  @Override
  public void close() {
    backend.close();
  }
}
