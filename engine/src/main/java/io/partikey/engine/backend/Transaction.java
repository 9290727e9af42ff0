package io.partikey.engine.backend;

/**
 * Several statements as one: reads on the snapshot of its beginning and its own writes; commit is
 * all or nothing and serializable. Used by one thread at a time.
 *
 * <p>Commit raises {@code TRANSACTION_CONFLICT} when what it read has changed since; nothing was
 * written then, and it may be tried again from its beginning.
 */
public interface Transaction extends ItemStore, AutoCloseable {
  /** Makes the writes durable and visible together; the transaction is over. */
  void commit();

  /**
   * Commits, unless it is told to stop before; nothing is written then, and the transaction is over
   * too.
   *
   * @param cancellation asked until the writes are handed to the store
   */
  default void commit(Cancellation cancellation) {
    cancellation.check();
    commit();
  }

  /** Forgets the writes; the transaction is over. Idempotent. */
  void rollback();

  /** A mark that {@link #rollbackTo} returns to. */
  Savepoint savepoint();

  /** Forgets the writes since a savepoint of this transaction; reads stay part of it. */
  void rollbackTo(Savepoint savepoint);

  /** Rolls back if not over. Idempotent. */
  @Override
  void close();

  /** A mark in a transaction. */
  interface Savepoint {}
}
