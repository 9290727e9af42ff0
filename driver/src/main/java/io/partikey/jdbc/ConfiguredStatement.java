package io.partikey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A statement as far as its settings go: what is set before it is executed, what it says of its
 * result sets in advance, and the quoting of names and texts.
 */
abstract class ConfiguredStatement implements PartiKeyStatement {
  private final StatementSettings settings = new StatementSettings();

  final StatementSettings settings() {
    return settings;
  }

  /**
   * Refuses calls on what is closed.
   *
   * @throws SQLException if the statement or its connection is closed
   */
  abstract void ensureOpen() throws SQLException;

  @Override
  public final void closeOnCompletion() throws SQLException {
    ensureOpen();
    settings.setCloseOnCompletion();
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    ensureOpen();
    return settings.closeOnCompletion();
  }

  @Override
  public final int getMaxRows() throws SQLException {
    return (int) Math.min(getLargeMaxRows(), Integer.MAX_VALUE);
  }

  @Override
  public final void setMaxRows(int maxRows) throws SQLException {
    setLargeMaxRows(maxRows);
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    ensureOpen();
    return settings.maxRows();
  }

  @Override
  public final void setLargeMaxRows(long maxRows) throws SQLException {
    ensureOpen();
    settings.maxRows(maxRows);
  }

  @Override
  public final int getFetchSize() throws SQLException {
    ensureOpen();
    return settings.fetchSize();
  }

  @Override
  public final void setFetchSize(int rows) throws SQLException {
    ensureOpen();
    settings.fetchSize(rows);
  }

  @Override
  public final int getQueryTimeout() throws SQLException {
    ensureOpen();
    return settings.timeoutSeconds();
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    ensureOpen();
    settings.timeoutSeconds(seconds);
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    ensureOpen();
    return settings.maxFieldSize();
  }

  @Override
  public final void setMaxFieldSize(int bytes) throws SQLException {
    ensureOpen();
    settings.maxFieldSize(bytes);
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    ensureOpen();
    return settings.fetchDirection();
  }

  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    ensureOpen();
    settings.fetchDirection(direction);
  }

  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    ensureOpen();
    settings.escapeProcessing(enable);
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    ensureOpen();
    return settings.poolable();
  }

  @Override
  public final void setPoolable(boolean poolable) throws SQLException {
    ensureOpen();
    settings.poolable(poolable);
  }

  @Override
  public final void setCursorName(String name) throws SQLException {
    ensureOpen();
  }

  @Override
  public final int getResultSetType() throws SQLException {
    ensureOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    ensureOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    ensureOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public final String enquoteLiteral(String text) throws SQLException {
    return Quoting.literal(text);
  }

  @Override
  public final String enquoteNCharLiteral(String text) throws SQLException {
    return Quoting.literal(text);
  }

  @Override
  public final String enquoteIdentifier(String name, boolean always) throws SQLException {
    return Quoting.identifier(name, always);
  }

  @Override
  public final boolean isSimpleIdentifier(String name) throws SQLException {
    return Quoting.isSimple(name);
  }

  @Override
  public final <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public final boolean isWrapperFor(@Nullable Class<?> type) {
    return Unwrapping.isWrapper(this, type);
  }
}
