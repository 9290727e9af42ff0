package io.partikey.jdbc;

import io.partikey.planner.dynamodb.request.BatchExecuteStatement;
import io.partikey.planner.dynamodb.request.BatchExecuteStatementAnswer;
import io.partikey.planner.dynamodb.request.ExecuteStatement;
import io.partikey.planner.dynamodb.request.ExecuteStatementAnswer;
import io.partikey.planner.dynamodb.request.ExecuteTransaction;
import io.partikey.planner.dynamodb.request.ExecuteTransactionAnswer;
import io.partikey.planner.dynamodb.request.StatementRequests;
import java.sql.SQLException;

/** The requests of a connection, in turn with its other calls. */
final class SessionRequests implements PartiKeyRequests {
  private final Session session;
  private final StatementRequests requests;

  SessionRequests(Session session, StatementRequests requests) {
    this.session = session;
    this.requests = requests;
  }

  @Override
  public ExecuteStatementAnswer execute(ExecuteStatement request) throws SQLException {
    return session.request(() -> requests.execute(request, session.isReadOnly()));
  }

  @Override
  public BatchExecuteStatementAnswer execute(BatchExecuteStatement request) throws SQLException {
    return session.request(() -> requests.execute(request, session.isReadOnly()));
  }

  @Override
  public ExecuteTransactionAnswer execute(ExecuteTransaction request) throws SQLException {
    return session.request(() -> requests.execute(request, session.isReadOnly()));
  }
}
