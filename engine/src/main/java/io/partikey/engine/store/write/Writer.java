package io.partikey.engine.store.write;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.rocks.Rows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Writes that are commits of their own: of one item, or of several all or nothing. Thread-safe. */
public final class Writer {
  private final Definitions definitions;
  private final Latches latches;
  private final Committer committer;
  private final Heat heat;
  private final Rows rows;

  /** A writer to a database. */
  public Writer(
      RowStore store, Definitions definitions, Latches latches, Committer committer, Heat heat) {
    this.heat = heat;
    this.definitions = definitions;
    this.latches = latches;
    this.committer = committer;
    this.rows = store.latest();
  }

  /** Does one write; see {@link io.partikey.engine.backend.ItemStore#write}. */
  public WriteResult write(WriteRequest request, boolean durable, Cancellation cancellation) {
    Lock shared = definitions.shared();
    CancellableWait.lock(shared, cancellation);
    try {
      PreparedWrite write = PreparedWrite.of(definitions.current(), request);
      PreparedWrite.Effect effect = apply(write, durable, cancellation);
      write.warm(heat, effect.result(), effect);
      return effect.result();
    } finally {
      shared.unlock();
    }
  }

  /**
   * Deletes an item that expired: costs nothing, and need not be on disk at once. Does nothing if
   * another table has the name by now, or the table another time to live.
   *
   * @param tableId the id of the table
   * @param attribute the attribute that holds the time of expiry
   */
  public void expire(WriteRequest.Delete request, int tableId, String attribute) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      @Nullable StoredTable table = definitions.current().find(request.table());
      if (table == null
          || table.id() != tableId
          || !table.description().timeToLive().equals(Optional.of(attribute))) {
        return;
      }
      apply(PreparedWrite.of(definitions.current(), request), false, Cancellation.NEVER);
    } finally {
      shared.unlock();
    }
  }

  private PreparedWrite.Effect apply(
      PreparedWrite write, boolean durable, Cancellation cancellation) {
    Latches.Held item = latches.item(write.rowKey(), cancellation);
    try {
      PreparedWrite.Effect effect =
          write.on(rows.get(write.rowKey()), rows, definitions.observations());
      commit(effect.changes(), durable, cancellation);
      return effect;
    } finally {
      item.release();
    }
  }

  /** Does several writes; see {@link io.partikey.engine.backend.ItemStore#writeAtomically}. */
  public List<WriteResult> writeAtomically(
      List<WriteRequest> requests, boolean durable, Cancellation cancellation) {
    Lock shared = definitions.shared();
    CancellableWait.lock(shared, cancellation);
    try {
      CatalogSnapshot catalog = definitions.current();
      AtomicWrite write = AtomicWrite.prepare(catalog, requests, cancellation);
      Latches.Held items = latches.items(write.rowKeys(), cancellation);
      try {
        AtomicWrite.Effect effect = write.on(rows, definitions.observations(), cancellation);
        write.requireRoom(effect, committer.overfull(effect.changes()));
        commit(effect.changes(), durable, cancellation);
        write.warm(heat, effect);
        return effect.results();
      } finally {
        items.release();
      }
    } finally {
      shared.unlock();
    }
  }

  private void commit(ChangeSet changes, boolean durable, Cancellation cancellation) {
    if (changes.isEmpty()) {
      return;
    }
    Latches.Held collections = latches.collections(changes.rows(), List.of(), cancellation);
    try {
      committer.commit(changes, durable, cancellation);
    } finally {
      collections.release();
    }
  }
}
