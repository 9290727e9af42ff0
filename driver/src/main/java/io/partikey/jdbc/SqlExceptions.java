package io.partikey.jdbc;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.planner.api.Dialect;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.sql.SQLWarning;

/**
 * The one place where errors become {@link SQLException}s: those of the engine and the planner by
 * their {@link ErrorCode}, and those of wrong calls of the API.
 *
 * <p>Frameworks decide by the subclass, tools and pools by the state. States of class 08 close a
 * pooled connection, and so does 0A000: neither is used where the connection is sound.
 */
final class SqlExceptions {
  private SqlExceptions() {}

  /**
   * An error of the engine or the planner as JDBC has it; the error itself is the cause. In the
   * dialect of DynamoDB the message is the service's code, a colon, a space, and its message.
   */
  static SQLException translate(RuntimeException error, Dialect dialect) {
    if (!(error instanceof EngineException engineError)) {
      return ofCode(
          ErrorCode.INTERNAL,
          "An internal error occurred, please report it with its stack trace: " + error,
          error);
    }
    return ofCode(engineError.code(), message(engineError, dialect), engineError);
  }

  private static String message(EngineException error, Dialect dialect) {
    if (dialect == Dialect.DYNAMODB) {
      return error.code().serviceCode() + ": " + error.getMessage();
    }
    return error
        .position()
        .map(position -> prefix(position) + error.getMessage())
        .orElseGet(error::getMessage);
  }

  private static String prefix(StatementPosition position) {
    return "line " + position.line() + ":" + position.column() + ": ";
  }

  // By the class of the state, so that a new code has its exception already.
  private static SQLException ofCode(ErrorCode code, String message, Throwable cause) {
    String state = code.sqlState();
    if (code == ErrorCode.TIMEOUT) {
      return new SQLTimeoutException(message, state, cause);
    }
    if (code == ErrorCode.THROTTLED) {
      return new SQLTransientException(message, state, cause);
    }
    return switch (state.substring(0, 2)) {
      case "08" -> new SQLNonTransientConnectionException(message, state, cause);
      case "0A" -> new SQLFeatureNotSupportedException(message, state, cause);
      case "22" -> new SQLDataException(message, state, cause);
      case "23" -> new SQLIntegrityConstraintViolationException(message, state, cause);
      case "40" -> new SQLTransactionRollbackException(message, state, cause);
      case "42" -> new SQLSyntaxErrorException(message, state, cause);
      case "53", "54", "58", "XX" -> new SQLNonTransientException(message, state, cause);
      default -> new SQLException(message, state, cause);
    };
  }

  /** A database that cannot be opened. */
  static SQLException cannotConnect(String message) {
    return new SQLNonTransientConnectionException(message, ErrorCode.CANNOT_OPEN.sqlState());
  }

  /** A call on a connection that is closed. */
  static SQLException connectionClosed() {
    return new SQLNonTransientConnectionException(
        "The connection is closed", ErrorCode.CLOSED.sqlState());
  }

  /** A call on a statement that is closed. */
  static SQLException statementClosed() {
    return new SQLException("The statement is closed", "55000");
  }

  /** A call on a result set that is closed, or that is not on a row. */
  static SQLException invalidCursorState(String message) {
    return new SQLException(message, "24000");
  }

  /** An argument that a method does not take. */
  static SQLException invalidArgument(String message) {
    return new SQLException(message, ErrorCode.INVALID_ARGUMENT.sqlState());
  }

  /** A label that no column has. */
  static SQLException unknownColumn(String message) {
    return new SQLException(message, ErrorCode.UNKNOWN_COLUMN.sqlState());
  }

  /** A statement of the wrong kind for the method that it was given to. */
  static SQLException wrongKindOfStatement(String message) {
    return new SQLException(message, "07005");
  }

  /** A statement that is too much for its batch. */
  static SQLException batchTooLarge(int statements, long limit) {
    return new SQLNonTransientException(
        "The "
            + statements
            + " statements of the batch and this one take more than the "
            + MemoryLimit.inWords(limit)
            + " of memory that a batch may have. Call executeBatch() more often, or start Java with"
            + " a higher limit: -D"
            + MemoryLimit.BATCH.property()
            + "=MEGABYTES",
        ErrorCode.LIMIT_EXCEEDED.sqlState());
  }

  /** Parameters that were not set. */
  static SQLException parameterMissing(String message) {
    return new SQLException(message, ErrorCode.PARAMETER_COUNT.sqlState());
  }

  /** More or fewer parameters than the statement has, as DynamoDB says it. */
  static SQLException wrongParameterCount() {
    return parameterMissing(
        ErrorCode.PARAMETER_COUNT.serviceCode()
            + ": Number of parameters in request and statement don't match.");
  }

  /** A call that makes sense in a transaction only. */
  static SQLException noTransaction(String message) {
    return new SQLException(message, ErrorCode.NO_TRANSACTION.sqlState());
  }

  /** A call that a running transaction forbids. */
  static SQLException inTransaction(String message) {
    return new SQLException(message, ErrorCode.IN_TRANSACTION.sqlState());
  }

  /** A write through a connection that is read-only. */
  static SQLException readOnly(String message) {
    return new SQLException(message, ErrorCode.READ_ONLY.sqlState());
  }

  /** A savepoint that is not one of the running transaction. */
  static SQLException invalidSavepoint(String message) {
    return new SQLException(message, "3B001");
  }

  /** Something of JDBC that has no counterpart here. */
  static SQLFeatureNotSupportedException notSupported(String what) {
    return new SQLFeatureNotSupportedException(
        what + " is not supported", ErrorCode.FEATURE_NOT_SUPPORTED.sqlState());
  }

  /** A request that was answered with something less than asked for. */
  static SQLWarning downgraded(String message) {
    return new SQLWarning(message, "01S02");
  }

  /** A remark that changes nothing. */
  static SQLWarning warning(String message) {
    return new SQLWarning(message, "01000");
  }
}
