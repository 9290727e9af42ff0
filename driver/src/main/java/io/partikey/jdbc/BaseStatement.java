package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.StatementResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statements with and without parameters share: the execution that runs, the one current
 * result, the batch, and the end.
 *
 * <p>After an execution the current result is a result set or a count. {@code getMoreResults} ends
 * it, and from then on there is none, which {@code getUpdateCount} says with -1: clients loop until
 * then.
 */
abstract class BaseStatement extends ConfiguredStatement {
  private final Session session;
  private final Connection connection;
  private final Warnings warnings = new Warnings();
  private final CurrentResult current = new CurrentResult();
  private final Batch batch = new Batch();
  private volatile @Nullable ExecutionControl running;
  private volatile boolean closed;
  private @Nullable RunningBatch runningBatch;

  BaseStatement(Session session, Connection connection) {
    this.session = session;
    this.connection = connection;
  }

  /** A batch while it is executed: one call, with one cancel and one timeout. */
  private static final class RunningBatch {
    private final ExecutionControl control;
    private ConsumedCapacity consumed = ConsumedCapacity.NONE;

    RunningBatch(ExecutionControl control) {
      this.control = control;
    }
  }

  final Session session() {
    return session;
  }

  final Warnings warnings() {
    return warnings;
  }

  @Override
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
    return settings().escapeProcessing() ? JdbcEscapes.translate(text) : text;
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
   * Begins an execution, which ends the current result. From now on cancel and timeout stop it,
   * while it waits for other calls and while its plan is made too.
   */
  final ExecutionControl begin() throws SQLException {
    // First of all, so that a cancel that comes right after the call is not lost.
    ExecutionControl control =
        runningBatch == null ? session.control(settings().timeoutSeconds()) : runningBatch.control;
    running = control;
    ensureOpen();
    current.end();
    warnings.clear();
    return control;
  }

  /** Executes a statement that was begun; its result becomes the current one. */
  final void run(CompiledStatement statement, Parameters parameters, ExecutionControl control)
      throws SQLException {
    boolean rowsFollow = false;
    try {
      ExecutionLimits limits =
          new ExecutionLimits(settings().maxRows(), settings().fetchSize(), control);
      StatementResult result = session.execute(statement, parameters, limits, warnings);
      if (result instanceof StatementResult.Rows rows) {
        open(rows, control);
        rowsFollow = true;
      } else if (result instanceof StatementResult.Count count) {
        current.become(count);
        if (runningBatch != null) {
          runningBatch.consumed = runningBatch.consumed.plus(count.consumed());
        }
      }
    } finally {
      if (!rowsFollow && runningBatch == null) {
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
            settings().maxRows(),
            !session.transaction().isAutoCommit());
    session.opened(cursor);
    List<ColumnInfo> columns = inColumns ? ColumnInfo.of(rows.columns()) : DynamoJsonCursor.COLUMNS;
    current.become(new CursorResultSet(session, this, columns, cursor));
  }

  final long currentCount() {
    return current.updateCount();
  }

  /** The current result set, which there is after a statement that returns rows. */
  final ResultSet currentResultSet() throws SQLException {
    @Nullable CursorResultSet rows = current.resultSet();
    if (rows == null) {
      throw SqlExceptions.invalidCursorState("The statement has no current result set");
    }
    return rows;
  }

  /** Told by the result set when its user closes it. */
  final void resultClosed() throws SQLException {
    if (settings().closeOnCompletion()) {
      close();
    }
  }

  final void addToBatch(Batch.Entry entry, long bytes) throws SQLException {
    batch.add(entry, bytes);
  }

  @Override
  public final void clearBatch() throws SQLException {
    ensureOpen();
    batch.clear();
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    return Batch.toInts(executeLargeBatch());
  }

  /** Executes the batch; what it consumed is the sum of its statements. */
  @Override
  public final long[] executeLargeBatch() throws SQLException {
    RunningBatch executed = new RunningBatch(begin());
    runningBatch = executed;
    try {
      return batch.execute(session, executed.control);
    } finally {
      runningBatch = null;
      running = null;
      current.end();
      current.consumedNow(executed.consumed);
    }
  }

  @Override
  public final @Nullable ResultSet getResultSet() throws SQLException {
    ensureOpen();
    return current.resultSet();
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return (int) Math.min(getLargeUpdateCount(), Integer.MAX_VALUE);
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    ensureOpen();
    return current.updateCount();
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    ensureOpen();
    current.end();
    return false;
  }

  @Override
  public final boolean getMoreResults(int what) throws SQLException {
    ensureOpen();
    if (what == KEEP_CURRENT_RESULT) {
      current.leave();
      return false;
    }
    if (what != CLOSE_CURRENT_RESULT && what != CLOSE_ALL_RESULTS) {
      throw SqlExceptions.invalidArgument(what + " says nothing of the current result");
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
    return current.consumed();
  }

  @Override
  public final long itemsRead() throws SQLException {
    ensureOpen();
    return current.itemsRead();
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
    @Nullable CursorResultSet open = current.resultSet();
    if (open != null) {
      open.cursor().close();
    }
  }

  @Override
  public final boolean isClosed() {
    return closed || session.isClosed();
  }

  @Override
  public final Connection getConnection() throws SQLException {
    ensureOpen();
    return connection;
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
}
