package io.partikey.engine.error;

/**
 * What kind of error occurred: the SQLState that JDBC clients act on, and the name that DynamoDB
 * gives to the same error.
 *
 * <p>Choose the most particular code; {@link #VALIDATION} is for what the service itself calls a
 * ValidationException and no other code describes better. States of class 08 are for dead
 * connections only: connection pools close a connection on them.
 */
public enum ErrorCode {
  /** The statement is not well formed. */
  SYNTAX_ERROR("42601", "ValidationException"),
  /** A table that does not exist. */
  UNKNOWN_TABLE("42P01", "ResourceNotFoundException"),
  /** An index that does not exist. */
  UNKNOWN_INDEX("42704", "ValidationException"),
  /** A name that no table, alias or column of the statement has. */
  UNKNOWN_COLUMN("42703", "ValidationException"),
  /** A name that more than one table of the statement may have. */
  AMBIGUOUS_COLUMN("42702", "ValidationException"),
  /** A function that does not exist, or with arguments that it does not take. */
  UNKNOWN_FUNCTION("42883", "ValidationException"),
  /** The table exists already. */
  DUPLICATE_TABLE("42P07", "ResourceInUseException"),
  /** The index exists already. */
  DUPLICATE_INDEX("42710", "ValidationException"),
  /** The statement would read what no key bounds. The message is advice. */
  NOT_KEYED("42P10", "ValidationException"),
  /** An operand or attribute has a type that the operation does not take. */
  WRONG_TYPE("42804", "ValidationException"),
  /** A statement or clause that PartiKey does not execute. */
  FEATURE_NOT_SUPPORTED("0A000", "ValidationException"),
  /** Parameters were not bound, or their number differs from that of the statement. */
  PARAMETER_COUNT("07001", "ValidationException"),
  /** An argument of an API call or a request is out of its range. */
  INVALID_ARGUMENT("22023", "ValidationException"),
  /** A number outside the range of its type. */
  NUMBER_OUT_OF_RANGE("22003", "ValidationException"),
  /** A number was divided by zero. */
  DIVISION_BY_ZERO("22012", "ValidationException"),
  /** Text that is not a date or time. */
  INVALID_DATETIME("22007", "ValidationException"),
  /** Text that cannot be converted to the type asked for. */
  INVALID_TEXT("22018", "ValidationException"),
  /** Text that is not JSON. */
  INVALID_JSON("22032", "ValidationException"),
  /** What DynamoDB refuses as invalid and no other code describes better. */
  VALIDATION("22023", "ValidationException"),
  /** A key attribute is missing. */
  KEY_MISSING("23502", "ValidationException"),
  /** A key attribute has a type or a size that the key does not take. */
  KEY_INVALID("22018", "ValidationException"),
  /** INSERT of an item whose key exists. */
  DUPLICATE_ITEM("23505", "DuplicateItemException"),
  /** The condition of a write does not hold, or its item does not exist. */
  CONDITION_FAILED("23514", "ConditionalCheckFailedException"),
  /** A transaction of several statements was refused; its reasons say which and why. */
  TRANSACTION_CANCELED("40001", "TransactionCanceledException"),
  /** Another transaction was faster; the loser may try again. */
  TRANSACTION_CONFLICT("40001", "TransactionConflictException"),
  /** A transaction with the same idempotency token is running. */
  TRANSACTION_IN_PROGRESS("40001", "TransactionInProgressException"),
  /** A repeated idempotency token came with another request. */
  TOKEN_MISMATCH("22023", "IdempotentParameterMismatchException"),
  /** Commit or rollback without a transaction. */
  NO_TRANSACTION("25P01", "ValidationException"),
  /** Something that a running transaction forbids. */
  IN_TRANSACTION("25001", "ValidationException"),
  /** A write through a connection or to a database that is read-only. */
  READ_ONLY("25006", "AccessDeniedException"),
  /** A limit of sizes or counts was passed: item, key, statement, transaction. */
  LIMIT_EXCEEDED("54000", "ValidationException"),
  /** An item collection would grow past what a table with local indexes allows. */
  COLLECTION_SIZE_EXCEEDED("54000", "ItemCollectionSizeLimitExceededException"),
  /** The store asks for fewer requests. */
  THROTTLED("53300", "ProvisionedThroughputExceededException"),
  /** No space is left on the disk. */
  DISK_FULL("53100", "InternalServerError"),
  /** The statement was cancelled. */
  CANCELED("57014", "ValidationException"),
  /** The statement ran longer than it was allowed to. */
  TIMEOUT("57014", "ValidationException"),
  /** The database cannot be opened. */
  CANNOT_OPEN("08001", "ResourceNotFoundException"),
  /** The connection or the engine behind it is closed. */
  CLOSED("08003", "ResourceNotFoundException"),
  /** Stored data is damaged. */
  CORRUPT("XX001", "InternalServerError"),
  /** The file system failed. */
  STORAGE_FAILED("58030", "InternalServerError"),
  /** A defect of PartiKey. */
  INTERNAL("XX000", "InternalServerError");

  private final String sqlState;
  private final String serviceCode;

  ErrorCode(String sqlState, String serviceCode) {
    this.sqlState = sqlState;
    this.serviceCode = serviceCode;
  }

  /** The five characters of the SQLState. */
  public String sqlState() {
    return sqlState;
  }

  /** The name of the exception that DynamoDB raises for this error. */
  public String serviceCode() {
    return serviceCode;
  }
}
