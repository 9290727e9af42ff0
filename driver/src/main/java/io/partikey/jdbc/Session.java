package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.StopSignal;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.dynamodb.request.RequestTokens;
import io.partikey.planner.dynamodb.request.StatementRequests;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one connection share: backend and planner, the running transaction, the
 * results that are open, and the lock by which their calls take turns.
 *
 * <p>{@link #call} is the only way to the engine: it takes the lock, refuses what comes after the
 * end of the connection, and translates errors.
 */
final class Session {
  private static final LongSupplier CLOCK = System::nanoTime;

  private final ConnectionConfig config;
  private final Backend backend;
  private final QueryPlanner planner;
  private final Runnable release;
  private final PlannerSettings settings;
  private final DocumentParameters documents;
  private final RequestTokens tokens;
  private final SessionLock lock = new SessionLock();
  private final TransactionScope transaction;
  private final boolean gathersWrites;
  private final Set<ResultCursor> openResults = ConcurrentHashMap.newKeySet();
  private final Warnings warnings = new Warnings();
  private final StopSignal end = new StopSignal();
  private volatile boolean readOnly;

  /**
   * A session.
   *
   * @param tokens of requests, which all sessions share
   * @param release gives the backend back, at the session's end
   */
  Session(
      ConnectionConfig config,
      Backend backend,
      QueryPlanner planner,
      RequestTokens tokens,
      Runnable release) {
    this.tokens = tokens;
    this.config = config;
    this.backend = backend;
    this.planner = planner;
    this.release = release;
    this.settings = config.plannerSettings();
    this.documents = new DocumentParameters(config.documentBinding(), backend);
    this.transaction = new TransactionScope(backend, config.dialect());
    // A store of its own counts exactly; the service charges transactions double and limits them.
    this.gathersWrites =
        config.dialect() == Dialect.SQL
            && backend.capabilities().exactCounts()
            && backend.capabilities().transactions();
    this.readOnly = config.readOnly();
  }

  ConnectionConfig config() {
    return config;
  }

  Warnings warnings() {
    return warnings;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  /**
   * Sets whether writes are refused; a connection that was opened read-only stays so.
   *
   * @throws SQLException with state 25001 if that would change within a transaction
   */
  void setReadOnly(boolean newReadOnly) throws SQLException {
    call(
        () -> {
          boolean effective = newReadOnly || config.readOnly();
          if (effective != readOnly && transaction.isRunning()) {
            throw SqlExceptions.inTransaction(
                "A transaction is running; commit or roll back before setReadOnly");
          }
          if (effective != newReadOnly) {
            warnings.add(SqlExceptions.warning("The connection was opened with readOnly=true"));
          }
          readOnly = effective;
          return effective;
        });
  }

  boolean isClosed() {
    return end.isGiven();
  }

  /** Whether statements can be sent: neither this nor the engine behind it has ended. */
  boolean isAlive() {
    if (isClosed()) {
      return false;
    }
    try {
      backend.catalog();
      return true;
    } catch (RuntimeException ended) {
      return false;
    }
  }

  void ensureOpen() throws SQLException {
    if (isClosed()) {
      throw SqlExceptions.connectionClosed();
    }
  }

  /** A stretch of work with the engine. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Does work with the engine in this thread's turn.
   *
   * @throws SQLException if the connection is closed, or the work fails
   */
  <T> T call(Work<T> work) throws SQLException {
    return call(work, lock::acquire, config.dialect());
  }

  /** Does the work of a statement, which is stopped while it waits for its turn too. */
  <T> T call(Work<T> work, ExecutionControl control) throws SQLException {
    return call(work, () -> lock.acquire(control), config.dialect());
  }

  /** Does a request of DynamoDB, whose errors are in DynamoDB's words in every dialect. */
  <T> T request(Work<T> work) throws SQLException {
    return call(work, lock::acquire, Dialect.DYNAMODB);
  }

  private <T> T call(Work<T> work, Runnable acquiring, Dialect dialect) throws SQLException {
    try {
      acquiring.run();
      try {
        ensureOpen();
        return work.run();
      } finally {
        lock.release();
      }
    } catch (RuntimeException error) {
      throw SqlExceptions.translate(error, dialect);
    }
  }

  /** What is wrong with the database; see {@link DatabaseCheck}. */
  List<String> check(CheckProgress progress) throws SQLException {
    return call(() -> backend.check(progress));
  }

  SQLException translate(RuntimeException error) {
    return SqlExceptions.translate(error, config.dialect());
  }

  /** DynamoDB's requests on the database. */
  PartiKeyRequests requests() {
    return new SessionRequests(
        this, new StatementRequests(planner, settings, backend, tokens, control(0)));
  }

  PlannerSettings settings() {
    return settings;
  }

  /** The backend, to be used within {@link #call}. */
  Backend backend() {
    return backend;
  }

  /** The running transaction, to be used within {@link #call}. */
  TransactionScope transaction() {
    return transaction;
  }

  /** What may stop an execution that begins now; of the timeout in seconds 0 is none. */
  ExecutionControl control(int timeoutSeconds) {
    ExecutionControl control = new ExecutionControl(end, CLOCK, timeoutSeconds);
    control.start();
    return control;
  }

  /** The plan of a statement. */
  CompiledStatement compile(String text, ExecutionControl control) throws SQLException {
    return call(() -> planner.compile(text, settings, backend, control), control);
  }

  /** The columns that a statement's rows will have. */
  List<ColumnInfo> columnsOf(CompiledStatement statement) throws SQLException {
    return config.rowFormat() == ConnectionConfig.RowFormat.COLUMNS
        ? call(() -> ColumnInfo.of(statement.columns(backend)))
        : DynamoJsonCursor.COLUMNS;
  }

  /**
   * Runs a statement, in the running transaction if there is to be one.
   *
   * @param warnings takes what somebody who wrote the statement should know of it; nothing inside a
   *     transaction, whose own writes are not yet known to the store
   */
  StatementResult execute(
      CompiledStatement statement, Parameters parameters, ExecutionLimits limits, Warnings warnings)
      throws SQLException {
    return call(
        () -> {
          if (!transaction.isRunning()) {
            for (String warning : statement.warnings(backend)) {
              warnings.add(SqlExceptions.warning(warning));
            }
          }
          if (readOnly && statement.kind() != StatementKind.QUERY) {
            throw SqlExceptions.readOnly(
                "The connection is read-only; call setReadOnly(false) or open it without readOnly"
                    + " to change tables or items");
          }
          limits.control().check();
          Parameters applied = documents.apply(parameters, statement.parameters());
          return statement.execute(
              new ExecutionRequest(
                  backend,
                  itemsFor(statement, applied, limits.control()),
                  applied,
                  limits.maxRows(),
                  limits.fetchSize() == 0 ? config.fetchSize() : limits.fetchSize(),
                  limits.control()));
        },
        limits.control());
  }

  // Definitions are outside transactions: what was written before them is kept, and the transaction
  // that begins with the next statement knows them.
  private ItemStore itemsFor(
      CompiledStatement statement, Parameters parameters, ExecutionControl control)
      throws SQLException {
    if (statement.kind() == StatementKind.DEFINITION) {
      transaction.requireNothingGathered();
      commit(control);
      return backend;
    }
    transaction.admit(statement, parameters);
    return transaction.items();
  }

  /**
   * Does work whose writes are one commit, in auto-commit mode too; where the store does not gain
   * by that, each write stays a commit of its own.
   *
   * @param control what may stop it, until the writes are handed to the store
   * @throws java.sql.SQLTransactionRollbackException if the commit lost against another writer;
   *     nothing was written then
   */
  <T> T inOneCommit(Work<T> work, ExecutionControl control) throws SQLException {
    return call(
        () -> {
          if (!transaction.isAutoCommit() || !gathersWrites) {
            return work.run();
          }
          transaction.setGathering(true);
          try {
            T result = work.run();
            transaction.commit(control);
            return result;
          } finally {
            transaction.rollback();
            transaction.setGathering(false);
          }
        },
        control);
  }

  /** Changes the mode of commits; a running transaction is committed. */
  void setAutoCommit(boolean autoCommit) throws SQLException {
    call(
        () -> {
          if (autoCommit != transaction.isAutoCommit()) {
            commit();
            transaction.setAutoCommit(autoCommit);
          }
          return autoCommit;
        });
  }

  /** Ends the transaction in one way or the other, unless in auto-commit mode. */
  void inManualCommit(String what, Runnable ending) throws SQLException {
    call(
        () -> {
          transaction.requireManualCommit(what);
          ending.run();
          return what;
        });
  }

  /** Forgets what was written since a savepoint, and closes the results that may have read it. */
  void rollbackTo(@Nullable Savepoint savepoint) throws SQLException {
    call(
        () -> {
          transaction.rollbackTo(savepoint);
          closeResultsOfTransaction();
          return transaction;
        });
  }

  /**
   * Commits the running transaction, if there is one, and closes the results that read in it. The
   * end of the connection stops a commit that compares what it read; nothing is written then.
   */
  void commit() {
    commit(control(0));
  }

  private void commit(ExecutionControl control) {
    closeResultsOfTransaction();
    transaction.commit(control);
  }

  /**
   * Rolls the running transaction back, if there is one, and closes the results that read in it.
   */
  void rollback() {
    closeResultsOfTransaction();
    transaction.rollback();
  }

  private void closeResultsOfTransaction() {
    for (ResultCursor result : List.copyOf(openResults)) {
      if (result.inTransaction()) {
        result.closeInTurn();
      }
    }
  }

  /** Counts a result among those that the end of a transaction or of the connection closes. */
  void opened(ResultCursor result) {
    openResults.add(result);
  }

  void released(ResultCursor result) {
    openResults.remove(result);
  }

  /** Does something to the engine when no statement runs: now, or when the running one ends. */
  void whenFree(Runnable action) throws SQLException {
    try {
      lock.whenFree(action);
    } catch (RuntimeException error) {
      throw translate(error);
    }
  }

  /**
   * Ends the session: every call fails from now on, running statements stop at their next check,
   * and an open transaction is rolled back. Waits for nobody; idempotent.
   */
  void close() throws SQLException {
    if (markClosed()) {
      whenFree(this::releaseAll);
    }
  }

  /** Ends the session like {@link #close}, but leaves the releasing to whoever runs the answer. */
  Runnable abort() {
    return markClosed() ? () -> lock.whenFree(this::releaseAll) : () -> {};
  }

  private synchronized boolean markClosed() {
    boolean wasOpen = !isClosed();
    end.give();
    return wasOpen;
  }

  private void releaseAll() {
    try {
      List.copyOf(openResults).forEach(ResultCursor::closeInTurn);
      transaction.rollback();
    } finally {
      release.run();
    }
  }
}
