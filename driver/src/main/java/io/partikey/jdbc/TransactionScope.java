package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.dynamodb.request.DynamoDbTransaction;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a connection: none in auto-commit mode, otherwise one that begins with the
 * first statement after the last one ended. Guarded by the session's lock.
 */
final class TransactionScope {
  private final Backend backend;
  private final Dialect dialect;
  private final List<PartiKeySavepoint> savepoints = new ArrayList<>();
  private @Nullable Transaction running;
  private boolean autoCommit = true;
  private boolean gathering;
  private int lastSavepointId;

  /**
   * The transactions on a backend.
   *
   * @param dialect of the connection: those of the service have rules of their own
   */
  TransactionScope(Backend backend, Dialect dialect) {
    this.backend = backend;
    this.dialect = dialect;
  }

  boolean isAutoCommit() {
    return autoCommit;
  }

  /** Whether a transaction has begun. */
  boolean isRunning() {
    return running != null;
  }

  /** Where statements read and write. */
  ItemStore items() {
    return autoCommit && !gathering ? backend : begun();
  }

  /**
   * Lets a statement into the transaction that is to run it, if there is one.
   *
   * @throws io.partikey.engine.error.EngineException if it cannot be part of it
   */
  void admit(CompiledStatement statement, Parameters parameters) {
    if (!autoCommit && begun() instanceof DynamoDbTransaction transaction) {
      transaction.admit(statement, parameters);
    }
  }

  private Transaction begun() {
    if (running == null) {
      running = dialect == Dialect.DYNAMODB ? new DynamoDbTransaction(backend) : backend.begin();
    }
    return running;
  }

  /** Changes the mode, when no transaction is running. */
  void setAutoCommit(boolean newAutoCommit) {
    autoCommit = newAutoCommit;
  }

  /** Lets the statements that follow share a transaction in auto-commit mode too, or no longer. */
  void setGathering(boolean newGathering) {
    gathering = newGathering;
  }

  /**
   * Refuses what is no part of a shared commit while there is something to be committed.
   *
   * @throws CommitFirstException if there is
   */
  void requireNothingGathered() throws CommitFirstException {
    if (gathering && isRunning()) {
      throw new CommitFirstException();
    }
  }

  /**
   * Commits what is running, if anything is; after an error too the transaction is over.
   *
   * @param cancellation asked until the store has it
   */
  void commit(Cancellation cancellation) {
    @Nullable Transaction ending = end();
    if (ending != null) {
      try (ending) {
        ending.commit(cancellation);
      }
    }
  }

  /** Rolls back what is running, if anything is. */
  void rollback() {
    @Nullable Transaction ending = end();
    if (ending != null) {
      try (ending) {
        ending.rollback();
      }
    }
  }

  private @Nullable Transaction end() {
    @Nullable Transaction ending = running;
    running = null;
    savepoints.clear();
    return ending;
  }

  /** A mark in the running transaction, which begins with it if none has. */
  PartiKeySavepoint savepoint(@Nullable String name) throws SQLException {
    requireManualCommit("A savepoint can be set");
    lastSavepointId++;
    PartiKeySavepoint savepoint = new PartiKeySavepoint(lastSavepointId, name, begun().savepoint());
    savepoints.add(savepoint);
    return savepoint;
  }

  /** Forgets what was written since a savepoint, and the savepoints set since. */
  void rollbackTo(@Nullable Savepoint savepoint) throws SQLException {
    requireManualCommit("A savepoint can be rolled back to");
    int index = indexOf(savepoint);
    begun().rollbackTo(savepoints.get(index).mark());
    savepoints.subList(index + 1, savepoints.size()).clear();
  }

  /** Forgets a savepoint, and those set since; nothing is rolled back. */
  void release(@Nullable Savepoint savepoint) throws SQLException {
    savepoints.subList(indexOf(savepoint), savepoints.size()).clear();
  }

  private int indexOf(@Nullable Savepoint savepoint) throws SQLException {
    for (int i = 0; i < savepoints.size(); i++) {
      if (savepoints.get(i) == savepoint) {
        return i;
      }
    }
    throw SqlExceptions.invalidSavepoint(
        "The savepoint is not one of the running transaction; it was released, rolled back, or its"
            + " transaction has ended");
  }

  /** Refuses a call that makes sense outside auto-commit mode only. */
  void requireManualCommit(String what) throws SQLException {
    if (autoCommit) {
      throw SqlExceptions.noTransaction(
          what + " only in a transaction; call setAutoCommit(false) first");
    }
  }
}
