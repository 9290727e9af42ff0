package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.CompiledStatement;
import io.partikey.planner.StatementResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statements with and without parameters share: the settings, the one current result, and the
 * end.
 *
 * <p>After an execution the current result is a result set or a count. {@code getMoreResults} ends
 * it, and from then on there is none, which {@code getUpdateCount} says with -1: clients loop until
 * then.
 */
abstract class BaseStatement implements PartiKeyStatement {
  private static final long NO_COUNT = -1;

  private final Session session;
  private final Connection connection;
  private final StatementSettings settings = new StatementSettings();
  private final Warnings warnings = new Warnings();
  private volatile @Nullable ExecutionControl running;
  private volatile boolean closed;
  private @Nullable CursorResultSet resultSet;
  private @Nullable CursorResultSet lastResultSet;
  private long updateCount = NO_COUNT;
  private ConsumedCapacity consumedByCount = ConsumedCapacity.NONE;
  private @Nullable ConsumedCapacity batchConsumed;

  BaseStatement(Session session, Connection connection) {
    this.session = session;
    this.connection = connection;
  }

  final Session session() {
    return session;
  }

  final StatementSettings settings() {
    return settings;
  }

  final Warnings warnings() {
    return warnings;
  }

  final void ensureOpen() throws SQLException {
    session.ensureOpen();
    if (closed) {
      throw SqlExceptions.statementClosed();
    }
  }

  /** The text that the planner sees: without JDBC's escapes, unless they were switched off. */
  final String translated(@Nullable String text) throws SQLException {
    ensureOpen();
    if (text == null) {
      throw SqlExceptions.invalidArgument("The text of a statement is not null");
    }
    return settings.escapeProcessing() ? JdbcEscapes.translate(text) : text;
  }

  static void requireRows(CompiledStatement statement) throws SQLException {
    if (!statement.returnsRows()) {
      throw SqlExceptions.wrongKindOfStatement(
          "The statement returns no rows; send it by executeUpdate or execute");
    }
  }

  static void requireCount(CompiledStatement statement) throws SQLException {
    if (statement.returnsRows()) {
      throw SqlExceptions.wrongKindOfStatement(
          "The statement returns rows; send it by executeQuery or execute");
    }
  }

  /**
   * Begins an execution, which ends the current result. From now on cancel stops it, while its plan
   * is made too.
   */
  final ExecutionControl begin() throws SQLException {
    ensureOpen();
    endCurrentResult();
    warnings.clear();
    ExecutionControl control =
        new ExecutionControl(session::isClosed, System::nanoTime, settings.timeoutSeconds());
    running = control;
    return control;
  }

  /** Executes a statement that was begun; its result becomes the current one. */
  final void run(CompiledStatement statement, Parameters parameters, ExecutionControl control)
      throws SQLException {
    boolean rowsFollow = false;
    try {
      ExecutionLimits limits =
          new ExecutionLimits(settings.maxRows(), settings.fetchSize(), control);
      for (String warning : session.warnings(statement)) {
        warnings.add(SqlExceptions.warning(warning));
      }
      StatementResult result = session.execute(statement, parameters, limits);
      if (result instanceof StatementResult.Rows rows) {
        open(rows, control);
        rowsFollow = true;
      } else if (result instanceof StatementResult.Count count) {
        updateCount = count.count();
        consumedByCount = count.consumed();
        if (batchConsumed != null) {
          batchConsumed = batchConsumed.plus(count.consumed());
        }
        lastResultSet = null;
      }
    } finally {
      if (!rowsFollow) {
        running = null;
      }
    }
  }

  private void open(StatementResult.Rows rows, ExecutionControl control) {
    boolean inColumns = session.config().rowFormat() == ConnectionConfig.RowFormat.COLUMNS;
    ResultCursor cursor =
        new ResultCursor(
            session,
            inColumns ? rows.rows() : new DynamoJsonCursor(rows.rows()),
            control,
            settings.maxRows(),
            !session.transaction().isAutoCommit());
    session.opened(cursor);
    List<ColumnInfo> columns = inColumns ? ColumnInfo.of(rows.columns()) : DynamoJsonCursor.COLUMNS;
    resultSet = new CursorResultSet(session, this, columns, cursor);
    lastResultSet = resultSet;
  }

  final long currentCount() {
    return updateCount;
  }

  /** Executes a batch; what it consumed is the sum of its statements. */
  final long[] runBatch(Batch batch) throws SQLException {
    batchConsumed = ConsumedCapacity.NONE;
    try {
      return batch.execute(session);
    } finally {
      endCurrentResult();
      lastResultSet = null;
      consumedByCount = batchConsumed == null ? ConsumedCapacity.NONE : batchConsumed;
      batchConsumed = null;
    }
  }

  /** The current result set, which there is after a statement that returns rows. */
  final ResultSet currentResultSet() throws SQLException {
    if (resultSet == null) {
      throw SqlExceptions.invalidCursorState("The statement has no current result set");
    }
    return resultSet;
  }

  private void endCurrentResult() throws SQLException {
    @Nullable CursorResultSet ending = resultSet;
    resultSet = null;
    updateCount = NO_COUNT;
    if (ending != null) {
      ending.cursor().close();
    }
  }

  /** Told by the result set when its user closes it. */
  final void resultClosed() throws SQLException {
    if (settings.closeOnCompletion()) {
      close();
    }
  }

  @Override
  public final @Nullable ResultSet getResultSet() throws SQLException {
    ensureOpen();
    return resultSet;
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return (int) Math.min(getLargeUpdateCount(), Integer.MAX_VALUE);
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    ensureOpen();
    return updateCount;
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    ensureOpen();
    endCurrentResult();
    return false;
  }

  @Override
  public final boolean getMoreResults(int current) throws SQLException {
    ensureOpen();
    if (current == KEEP_CURRENT_RESULT) {
      resultSet = null;
      updateCount = NO_COUNT;
      return false;
    }
    if (current != CLOSE_CURRENT_RESULT && current != CLOSE_ALL_RESULTS) {
      throw SqlExceptions.invalidArgument(current + " says nothing of the current result");
    }
    return getMoreResults();
  }

  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    ensureOpen();
    return FixedResults.of(session, List.of(), List.of());
  }

  @Override
  public final ConsumedCapacity consumedCapacity() throws SQLException {
    ensureOpen();
    return lastResultSet == null ? consumedByCount : lastResultSet.cursor().consumed();
  }

  @Override
  public final long itemsRead() throws SQLException {
    ensureOpen();
    return lastResultSet == null ? 0 : lastResultSet.cursor().itemsRead();
  }

  @Override
  public final void cancel() throws SQLException {
    ensureOpen();
    cancelRunning();
  }

  private void cancelRunning() {
    @Nullable ExecutionControl control = running;
    if (control != null) {
      control.cancel();
    }
  }

  @Override
  public final void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    cancelRunning();
    @Nullable CursorResultSet open = resultSet;
    if (open != null) {
      open.cursor().close();
    }
  }

  @Override
  public final boolean isClosed() {
    return closed || session.isClosed();
  }

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
  public final Connection getConnection() throws SQLException {
    ensureOpen();
    return connection;
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
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    ensureOpen();
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    ensureOpen();
    warnings.clear();
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
