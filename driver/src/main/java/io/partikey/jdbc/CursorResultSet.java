package io.partikey.jdbc;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.jdbc.type.SqlType;
import io.partikey.jdbc.type.TypeConversions;
import io.partikey.planner.api.Row;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result set over a cursor, forwards and read-only. It holds no lock while it is open; the cursor
 * is released with its last row, at {@link #close}, and when its transaction or connection ends.
 */
final class CursorResultSet extends ConvertingResultSet {
  private final Session session;
  private final @Nullable BaseStatement statement;
  private final List<ColumnInfo> columns;
  private final ResultCursor cursor;
  private final Warnings warnings = new Warnings();
  private @Nullable ColumnLabels labels;
  private @Nullable Row row;
  private int fetchSize;
  private boolean wasNull;

  /**
   * @param statement the statement that returned it, null for metadata
   * @param columns its columns
   * @param cursor where its rows come from
   */
  CursorResultSet(
      Session session,
      @Nullable BaseStatement statement,
      List<ColumnInfo> columns,
      ResultCursor cursor) {
    this.session = session;
    this.statement = statement;
    this.columns = columns;
    this.cursor = cursor;
  }

  @Override
  public boolean next() throws SQLException {
    ensureOpen();
    row = cursor.advance();
    return row != null;
  }

  @Override
  @Nullable AttributeValue value(int column) throws SQLException {
    @Nullable AttributeValue value = stored(column);
    wasNull = value == null || value == NullValue.NULL;
    return wasNull ? null : value;
  }

  private @Nullable AttributeValue stored(int column) throws SQLException {
    ensureOpen();
    if (row == null) {
      throw SqlExceptions.invalidCursorState(
          cursor.position() == 0
              ? "The result set is before its first row; call next() first"
              : "The result set is after its last row");
    }
    checkColumn(column);
    return row.get(column - 1);
  }

  private void checkColumn(int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw SqlExceptions.invalidArgument(
          "There is no column " + column + "; the result has " + columns.size() + " columns");
    }
  }

  @Override
  Session session() {
    return session;
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    @Nullable AttributeValue value = value(column);
    if (value == null) {
      return null;
    }
    SqlType type = columns.get(column - 1).type();
    return converted(value, stored -> TypeConversions.toColumnObject(stored, type));
  }

  @Override
  public boolean isMissing(int column) throws SQLException {
    return stored(column) == null;
  }

  @Override
  public boolean isMissing(String label) throws SQLException {
    return isMissing(findColumn(label));
  }

  @Override
  public boolean wasNull() throws SQLException {
    ensureOpen();
    return wasNull;
  }

  @Override
  public int findColumn(String label) throws SQLException {
    ensureOpen();
    if (labels == null) {
      labels = new ColumnLabels(columns);
    }
    return labels.find(label);
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    ensureOpen();
    return new PartiKeyResultSetMetaData(columns);
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    ensureOpen();
    return statement;
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    ensureOpen();
    return row == null && cursor.position() == 0 && cursor.hasMore();
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    ensureOpen();
    return row == null && cursor.position() > 0;
  }

  @Override
  public boolean isFirst() throws SQLException {
    ensureOpen();
    return row != null && cursor.position() == 1;
  }

  @Override
  public boolean isLast() throws SQLException {
    ensureOpen();
    return row != null && !cursor.hasMore();
  }

  @Override
  public int getRow() throws SQLException {
    ensureOpen();
    return row == null ? 0 : (int) Math.min(cursor.position(), Integer.MAX_VALUE);
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    ensureOpen();
    if (direction != FETCH_FORWARD) {
      throw SqlExceptions.invalidArgument("A TYPE_FORWARD_ONLY result set is fetched forwards");
    }
  }

  @Override
  public int getFetchDirection() throws SQLException {
    ensureOpen();
    return FETCH_FORWARD;
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    ensureOpen();
    if (rows < 0) {
      throw SqlExceptions.invalidArgument("A fetch size is at least 0, not " + rows);
    }
    fetchSize = rows;
  }

  @Override
  public int getFetchSize() throws SQLException {
    ensureOpen();
    return fetchSize;
  }

  @Override
  public int getHoldability() throws SQLException {
    ensureOpen();
    return CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public String getCursorName() throws SQLException {
    ensureOpen();
    return "";
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    ensureOpen();
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    ensureOpen();
    warnings.clear();
  }

  @Override
  public boolean isClosed() {
    return cursor.isClosed() || session.isClosed();
  }

  @Override
  public void close() throws SQLException {
    if (cursor.isClosed()) {
      return;
    }
    cursor.close();
    if (statement != null) {
      statement.resultClosed();
    }
  }

  ResultCursor cursor() {
    return cursor;
  }

  private void ensureOpen() throws SQLException {
    session.ensureOpen();
    if (cursor.isClosed()) {
      throw SqlExceptions.invalidCursorState("The result set is closed");
    }
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return Unwrapping.isWrapper(this, type);
  }
}
