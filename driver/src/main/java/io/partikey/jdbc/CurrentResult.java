package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.StatementResult;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave last: a result set, a count, or nothing. After {@link #end} there is none,
 * but what it consumed can still be asked.
 */
final class CurrentResult {
  private static final long NO_COUNT = -1;

  private @Nullable CursorResultSet resultSet;
  private @Nullable CursorResultSet lastResultSet;
  private long updateCount = NO_COUNT;
  private ConsumedCapacity consumedByCount = ConsumedCapacity.NONE;

  /** A result set is the result, which {@link #end} closes. */
  void become(CursorResultSet rows) {
    resultSet = rows;
    lastResultSet = rows;
  }

  /** A count is the result. */
  void become(StatementResult.Count count) {
    updateCount = count.count();
    consumedNow(count.consumed());
  }

  /** Counts are the result, which are told otherwise. */
  void consumedNow(ConsumedCapacity consumed) {
    consumedByCount = consumed;
    lastResultSet = null;
  }

  /** The result set, null if the result is none. */
  @Nullable CursorResultSet resultSet() {
    return resultSet;
  }

  /** The count, -1 if the result is none. */
  long updateCount() {
    return updateCount;
  }

  /** Ends the result; a result set is closed. */
  void end() throws SQLException {
    @Nullable CursorResultSet ending = resultSet;
    leave();
    if (ending != null) {
      ending.cursor().close();
    }
  }

  /** Ends the result, and leaves a result set open. */
  void leave() {
    resultSet = null;
    updateCount = NO_COUNT;
  }

  /** What the last result consumed so far. */
  ConsumedCapacity consumed() throws SQLException {
    return lastResultSet == null ? consumedByCount : lastResultSet.cursor().consumed();
  }

  /** How many items were read for the last result so far. */
  long itemsRead() throws SQLException {
    return lastResultSet == null ? 0 : lastResultSet.cursor().itemsRead();
  }
}
