package io.partikey.jdbc;

import io.partikey.planner.dynamodb.request.BatchExecuteStatement;
import io.partikey.planner.dynamodb.request.BatchExecuteStatementAnswer;
import io.partikey.planner.dynamodb.request.ExecuteStatement;
import io.partikey.planner.dynamodb.request.ExecuteStatementAnswer;
import io.partikey.planner.dynamodb.request.ExecuteTransaction;
import io.partikey.planner.dynamodb.request.ExecuteTransactionAnswer;
import java.sql.SQLException;

/**
 * DynamoDB's requests on the database of a connection, for what JDBC has no word for; reached by
 * {@code connection.unwrap(PartiKeyRequests.class)}.
 *
 * <p>Statements are in the dialect of DynamoDB, whatever that of the connection is. Each request is
 * a commit of its own, outside of the connection's transaction. The cause of an exception is the
 * engine's error, with the reasons of a transaction or the item that failed a condition.
 */
public interface PartiKeyRequests {
  /**
   * Runs one statement, or reads one page of it.
   *
   * @throws SQLException if it fails; nothing was changed then
   */
  ExecuteStatementAnswer execute(ExecuteStatement request) throws SQLException;

  /**
   * Runs the statements of a batch, each by itself.
   *
   * @throws SQLException if the batch fails as a whole; nothing was changed then
   */
  BatchExecuteStatementAnswer execute(BatchExecuteStatement request) throws SQLException;

  /**
   * Runs the statements of a transaction, all or nothing.
   *
   * @throws SQLException if it is refused or cancelled; nothing was changed then
   */
  ExecuteTransactionAnswer execute(ExecuteTransaction request) throws SQLException;
}
