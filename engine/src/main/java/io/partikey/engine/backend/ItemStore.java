package io.partikey.engine.backend;

import java.util.List;

/** Where items are read and written: a backend, each write a commit, or a transaction. */
public interface ItemStore {
  /**
   * Opens a view on one moment: every read through it sees the same items, and in a transaction
   * also the transaction's own writes. The caller closes it.
   */
  ReadView openView();

  /**
   * Does one write.
   *
   * @return what happened; a condition that does not hold is an outcome, not an exception
   * @throws io.partikey.engine.error.EngineException when the write is invalid: key, type, size
   */
  WriteResult write(WriteRequest request);

  /**
   * Does several writes, all or nothing, visible at once. Later writes do not see earlier ones of
   * the same call, and no two may name the same item.
   *
   * @return one result for each request, in order, all applied
   * @throws TransactionCanceledException when any was refused; nothing was written
   */
  List<WriteResult> writeAtomically(List<WriteRequest> requests);

  /**
   * Does one write unless it is to stop before that; what is being committed is finished.
   *
   * @param cancellation asked while the write waits for others
   */
  default WriteResult write(WriteRequest request, Cancellation cancellation) {
    cancellation.check();
    return write(request);
  }

  /**
   * Does several writes, all or nothing, unless they are to stop before the commit.
   *
   * @param cancellation asked while the writes wait for others and are prepared
   */
  default List<WriteResult> writeAtomically(
      List<WriteRequest> requests, Cancellation cancellation) {
    cancellation.check();
    return writeAtomically(requests);
  }
}
