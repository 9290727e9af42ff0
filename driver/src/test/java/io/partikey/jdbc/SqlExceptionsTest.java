package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.planner.api.Dialect;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlExceptionsTest {
  @ParameterizedTest
  @CsvSource({
    "CANNOT_OPEN, 08001, SQLNonTransientConnectionException",
    "CLOSED, 08003, SQLNonTransientConnectionException",
    "NUMBER_OUT_OF_RANGE, 22003, SQLDataException",
    "INVALID_TEXT, 22018, SQLDataException",
    "INVALID_DATETIME, 22007, SQLDataException",
    "INVALID_JSON, 22032, SQLDataException",
    "DUPLICATE_ITEM, 23505, SQLIntegrityConstraintViolationException",
    "KEY_MISSING, 23502, SQLIntegrityConstraintViolationException",
    "KEY_INVALID, 22018, SQLDataException",
    "CONDITION_FAILED, 23514, SQLIntegrityConstraintViolationException",
    "NO_TRANSACTION, 25P01, SQLException",
    "IN_TRANSACTION, 25001, SQLException",
    "READ_ONLY, 25006, SQLException",
    "TRANSACTION_CONFLICT, 40001, SQLTransactionRollbackException",
    "TRANSACTION_CANCELED, 40001, SQLTransactionRollbackException",
    "THROTTLED, 53300, SQLTransientException",
    "SYNTAX_ERROR, 42601, SQLSyntaxErrorException",
    "UNKNOWN_TABLE, 42P01, SQLSyntaxErrorException",
    "UNKNOWN_COLUMN, 42703, SQLSyntaxErrorException",
    "UNKNOWN_INDEX, 42704, SQLSyntaxErrorException",
    "AMBIGUOUS_COLUMN, 42702, SQLSyntaxErrorException",
    "NOT_KEYED, 42P10, SQLSyntaxErrorException",
    "CANCELED, 57014, SQLException",
    "TIMEOUT, 57014, SQLTimeoutException",
    "FEATURE_NOT_SUPPORTED, 0A000, SQLFeatureNotSupportedException",
    "LIMIT_EXCEEDED, 54000, SQLNonTransientException",
    "CORRUPT, XX001, SQLNonTransientException",
    "INTERNAL, XX000, SQLNonTransientException",
    "STORAGE_FAILED, 58030, SQLNonTransientException",
    "PARAMETER_COUNT, 07001, SQLException"
  })
  void choosesClassAndState(ErrorCode code, String state, String className) {
    EngineException cause = new EngineException(code, "What happened");
    Throwable error = SqlExceptions.translate(cause, Dialect.SQL);
    assertThat(error.getClass().getSimpleName()).isEqualTo(className);
    assertThat(((SQLException) error).getSQLState()).isEqualTo(state);
    assertThat(error).hasMessage("What happened").hasCause(cause);
  }

  @Test
  void putsThePlaceBeforeTheMessage() {
    Throwable error = SqlExceptions.translate(atPlace(), Dialect.SQL);
    assertThat(error).hasMessage("line 2:7: Unexpected 'x'");
    assertThat(StatementPositions.of((SQLException) error))
        .contains(new StatementPosition(2, 7, 1));
  }

  @Test
  void speaksAsTheServiceDoes() {
    assertThat((Throwable) SqlExceptions.translate(atPlace(), Dialect.DYNAMODB))
        .hasMessage("ValidationException: Unexpected 'x'");
    EngineException failed =
        new EngineException(ErrorCode.CONDITION_FAILED, "The conditional request failed");
    assertThat((Throwable) SqlExceptions.translate(failed, Dialect.DYNAMODB))
        .hasMessage("ConditionalCheckFailedException: The conditional request failed");
  }

  @Test
  void asksToReportDefects() {
    Throwable error = SqlExceptions.translate(new IllegalStateException("impossible"), Dialect.SQL);
    assertThat(((SQLException) error).getSQLState()).isEqualTo("XX000");
    assertThat(error).hasMessageContaining("please report").hasMessageContaining("impossible");
    assertThat(StatementPositions.of((SQLException) error)).isEmpty();
  }

  private static EngineException atPlace() {
    return new EngineException(
        ErrorCode.SYNTAX_ERROR, "Unexpected 'x'", new StatementPosition(2, 7, 1));
  }
}
