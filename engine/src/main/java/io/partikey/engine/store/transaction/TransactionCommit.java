package io.partikey.engine.store.transaction;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.write.ChangeSet;
import io.partikey.engine.store.write.Committer;
import io.partikey.engine.store.write.Latches;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * The commit of one transaction.
 *
 * <p>What it read is compared with what is there now only as far as others wrote to the same tables
 * and indexes since. A transaction that read much compares before it takes any lock, and then only
 * what was written while it did; so others wait for little more than for a commit of one item.
 */
public final class TransactionCommit {
  // How often what was read is compared without locks, while others write it all the time.
  private static final int ATTEMPTS_WITHOUT_LOCKS = 3;

  private final RowStore store;
  private final Definitions definitions;
  private final Latches latches;
  private final Committer committer;
  private final boolean durable;
  private final long moment;

  /**
   * Commits to a database, and waits for the disk if durable.
   *
   * @param moment of the last writes, before the transaction's snapshot was taken
   */
  public TransactionCommit(
      RowStore store,
      Definitions definitions,
      Latches latches,
      Committer committer,
      boolean durable,
      long moment) {
    this.store = store;
    this.definitions = definitions;
    this.latches = latches;
    this.committer = committer;
    this.durable = durable;
    this.moment = moment;
  }

  /**
   * Makes changes, if what was read on a snapshot is still so.
   *
   * @param tables the tables that are written
   * @param cancellation asked until the batch is handed to the database
   * @throws EngineException with {@code TRANSACTION_CONFLICT} if it is not; nothing is written then
   */
  void commit(
      CatalogSnapshot catalog,
      Set<String> tables,
      RowSnapshot snapshot,
      ReadSet reads,
      ChangeSet changes,
      Cancellation cancellation) {
    commit(
        catalog,
        tables,
        reads,
        changes,
        new Compared(snapshot, moment),
        reads.isLarge() ? ATTEMPTS_WITHOUT_LOCKS : 0,
        cancellation);
  }

  /**
   * Rows that are as the transaction read them.
   *
   * @param rows the rows of a moment
   * @param moment of the last writes before it
   */
  private record Compared(RowSnapshot rows, long moment) {}

  private void commit(
      CatalogSnapshot catalog,
      Set<String> tables,
      ReadSet reads,
      ChangeSet changes,
      Compared compared,
      int attempts,
      Cancellation cancellation) {
    Set<Integer> written = committer.lastWrites().since(compared.moment, reads.objects());
    if (written.isEmpty() || attempts == 0) {
      commitInTurn(catalog, tables, reads, changes, compared, cancellation);
      return;
    }
    long next = committer.lastWrites().moment();
    try (RowSnapshot now = store.snapshot()) {
      if (!reads.isSame(compared.rows, now, written, cancellation)) {
        throw conflict();
      }
      commit(catalog, tables, reads, changes, new Compared(now, next), attempts - 1, cancellation);
    }
  }

  private void commitInTurn(
      CatalogSnapshot catalog,
      Set<String> tables,
      ReadSet reads,
      ChangeSet changes,
      Compared compared,
      Cancellation cancellation) {
    Lock shared = definitions.shared();
    CancellableWait.lock(shared, cancellation);
    try {
      if (!definitions.current().hasSameRowsAs(catalog, tables, reads.objects())) {
        throw conflict();
      }
      // Every row that is written was read before, so its latch is among those of the reads.
      Latches.Held items = latches.items(reads.keys(), cancellation);
      try {
        validateAndCommit(reads, changes, compared, cancellation);
      } finally {
        items.release();
      }
    } finally {
      shared.unlock();
    }
  }

  private void validateAndCommit(
      ReadSet reads, ChangeSet changes, Compared compared, Cancellation cancellation) {
    Latches.Held collections = latches.collections(changes.rows(), reads.ranges(), cancellation);
    try {
      Set<Integer> written = committer.lastWrites().since(compared.moment, reads.objects());
      if (!reads.isSame(compared.rows, store.latest(), written, cancellation)) {
        throw conflict();
      }
      committer.commit(changes, durable, cancellation);
    } finally {
      collections.release();
    }
  }

  private static EngineException conflict() {
    return new EngineException(
        ErrorCode.TRANSACTION_CONFLICT,
        "Another transaction changed what this one read; nothing was written. Try it again from its"
            + " beginning.");
  }
}
