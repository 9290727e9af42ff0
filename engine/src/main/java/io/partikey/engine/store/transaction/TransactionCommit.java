package io.partikey.engine.store.transaction;

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

/** Commits transactions of one database with one durability. Thread-safe. */
public final class TransactionCommit {
  private final RowStore store;
  private final Definitions definitions;
  private final Latches latches;
  private final Committer committer;
  private final boolean durable;

  /** Commits to a database, and waits for the disk if durable. */
  public TransactionCommit(
      RowStore store,
      Definitions definitions,
      Latches latches,
      Committer committer,
      boolean durable) {
    this.store = store;
    this.definitions = definitions;
    this.latches = latches;
    this.committer = committer;
    this.durable = durable;
  }

  /**
   * Makes changes, if what was read on a snapshot is still so.
   *
   * @param tables the tables that are written
   * @throws EngineException with {@code TRANSACTION_CONFLICT} if it is not; nothing is written then
   */
  void commit(
      CatalogSnapshot catalog,
      Set<String> tables,
      RowSnapshot snapshot,
      ReadSet reads,
      ChangeSet changes) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      if (!definitions.current().hasSameRowsAs(catalog, tables)) {
        throw conflict();
      }
      // Every row that is written was read before, so its latch is among those of the reads.
      Latches.Held items = latches.items(reads.keys(), Cancellation.NEVER);
      try {
        validateAndCommit(snapshot, reads, changes);
      } finally {
        items.release();
      }
    } finally {
      shared.unlock();
    }
  }

  private void validateAndCommit(RowSnapshot snapshot, ReadSet reads, ChangeSet changes) {
    Latches.Held collections = latches.collections(changes.rows(), reads.ranges());
    try {
      boolean nobodyWrote = store.latestSequence() == snapshot.sequence();
      if (!nobodyWrote && !reads.isSame(snapshot, store.latest())) {
        throw conflict();
      }
      committer.commit(changes, durable, Cancellation.NEVER);
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
