package io.partikey.engine.store;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;

/** A transaction of a read-only connection: it refuses writes. */
final class ReadOnlyTransaction implements Transaction {
  private final Transaction transaction;

  ReadOnlyTransaction(Transaction transaction) {
    this.transaction = transaction;
  }

  /** The error for a write through a read-only connection. */
  static EngineException refusal() {
    return new EngineException(
        ErrorCode.READ_ONLY,
        "The connection is read-only. Connect without readOnly=true to write.");
  }

  @Override
  public ReadView openView() {
    return transaction.openView();
  }

  @Override
  public WriteResult write(WriteRequest request) {
    throw refusal();
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests) {
    throw refusal();
  }

  @Override
  public void commit() {
    transaction.commit();
  }

  @Override
  public void commit(Cancellation cancellation) {
    transaction.commit(cancellation);
  }

  @Override
  public void rollback() {
    transaction.rollback();
  }

  @Override
  public Savepoint savepoint() {
    return transaction.savepoint();
  }

  @Override
  public void rollbackTo(Savepoint savepoint) {
    transaction.rollbackTo(savepoint);
  }

  @Override
  public void close() {
    transaction.close();
  }
}
