package io.partikey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What can be set of a statement, with its getter and its check: limits and hints. */
final class StatementSettings {
  private long maxRows;
  private int fetchSize;
  private int timeoutSeconds;
  private int maxFieldSize;
  private int fetchDirection = ResultSet.FETCH_FORWARD;
  private boolean escapeProcessing = true;
  private boolean poolable;
  private boolean closeOnCompletion;

  long maxRows() {
    return maxRows;
  }

  void maxRows(long newMaxRows) throws SQLException {
    checkNotNegative("The most rows of a result", newMaxRows);
    maxRows = newMaxRows;
  }

  int fetchSize() {
    return fetchSize;
  }

  void fetchSize(int newFetchSize) throws SQLException {
    checkNotNegative("A fetch size", newFetchSize);
    fetchSize = newFetchSize;
  }

  int timeoutSeconds() {
    return timeoutSeconds;
  }

  void timeoutSeconds(int newTimeout) throws SQLException {
    checkNotNegative("A timeout", newTimeout);
    timeoutSeconds = newTimeout;
  }

  int maxFieldSize() {
    return maxFieldSize;
  }

  /** Sets a limit that nothing obeys: values are never cut. */
  void maxFieldSize(int newMaxFieldSize) throws SQLException {
    checkNotNegative("The most bytes of a field", newMaxFieldSize);
    maxFieldSize = newMaxFieldSize;
  }

  int fetchDirection() {
    return fetchDirection;
  }

  void fetchDirection(int direction) throws SQLException {
    if (direction != ResultSet.FETCH_FORWARD
        && direction != ResultSet.FETCH_REVERSE
        && direction != ResultSet.FETCH_UNKNOWN) {
      throw SqlExceptions.invalidArgument(direction + " is no fetch direction of ResultSet");
    }
    fetchDirection = direction;
  }

  boolean escapeProcessing() {
    return escapeProcessing;
  }

  void escapeProcessing(boolean newEscapeProcessing) {
    escapeProcessing = newEscapeProcessing;
  }

  boolean poolable() {
    return poolable;
  }

  void poolable(boolean newPoolable) {
    poolable = newPoolable;
  }

  boolean closeOnCompletion() {
    return closeOnCompletion;
  }

  void setCloseOnCompletion() {
    closeOnCompletion = true;
  }

  private static void checkNotNegative(String what, long value) throws SQLException {
    if (value < 0) {
      throw SqlExceptions.invalidArgument(what + " is at least 0, not " + value);
    }
  }
}
