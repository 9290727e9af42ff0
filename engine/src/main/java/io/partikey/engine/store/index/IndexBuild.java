package io.partikey.engine.store.index;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.DefinitionChanges;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.row.StoredItem;
import io.partikey.engine.store.write.ChangeSet;
import io.partikey.engine.store.write.Committer;
import io.partikey.engine.store.write.IndexMaintenance;
import io.partikey.engine.store.write.Latches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The building of one index, from where it stands to its end. Run by one thread. */
final class IndexBuild {
  private static final int BATCH_ITEMS = 64;
  private static final double HASHES = 0x1p64;

  private final RowStore store;
  private final Definitions definitions;
  private final Latches latches;
  private final Committer committer;
  private final String tableName;
  private final int indexId;

  IndexBuild(
      RowStore store,
      Definitions definitions,
      Latches latches,
      Committer committer,
      String tableName,
      int indexId) {
    this.store = store;
    this.definitions = definitions;
    this.latches = latches;
    this.committer = committer;
    this.tableName = tableName;
    this.indexId = indexId;
  }

  /**
   * Builds to the end, or until the index or its table is dropped or the thread is interrupted.
   *
   * @param betweenBatches run after each batch, while no lock is held
   */
  void run(Runnable betweenBatches) {
    DefinitionChanges changes = new DefinitionChanges(definitions);
    byte @Nullable [] position = store.record(Definitions.buildPositionKey(indexId));
    if (position != null) {
      changes.showProgress(tableName, indexId, percent(position) / 100.0);
    }
    while (!Thread.currentThread().isInterrupted()) {
      Optional<byte[]> next = buildBatch(position);
      if (next.isEmpty()) {
        changes.activateIndex(tableName, indexId);
        return;
      }
      int before = position == null ? 0 : percent(position);
      position = next.get();
      if (percent(position) > before) {
        changes.showProgress(tableName, indexId, percent(position) / 100.0);
      }
      betweenBatches.run();
    }
  }

  /** How much of the table lies before a key, in percent: hashes are evenly spread. */
  private static int percent(byte[] key) {
    long hash = KeyLayout.hash(key);
    return (int) (100 * ((hash >= 0 ? hash : hash + HASHES) / HASHES));
  }

  /** Adds the entries of the items behind a key; the last item's key, empty if there was none. */
  private Optional<byte[]> buildBatch(byte @Nullable [] position) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      CatalogSnapshot catalog = definitions.current();
      @Nullable StoredTable table = catalog.find(tableName);
      Optional<StoredIndex> index =
          table == null
              ? Optional.empty()
              : table.indexes().stream().filter(i -> i.keys().objectId() == indexId).findFirst();
      if (table == null || index.isEmpty()) {
        return Optional.empty();
      }
      List<byte[]> keys = keysBehind(table, position);
      if (keys.isEmpty()) {
        return Optional.empty();
      }
      Latches.Held items = latches.items(keys, Cancellation.NEVER);
      try {
        return Optional.of(addEntries(index.get(), keys));
      } finally {
        items.release();
      }
    } finally {
      shared.unlock();
    }
  }

  private List<byte[]> keysBehind(StoredTable table, byte @Nullable [] position) {
    KeyRange all = table.keys().all();
    KeyRange rest = position == null ? all : all.after(position);
    List<byte[]> keys = new ArrayList<>(BATCH_ITEMS);
    try (RowCursor cursor =
        store.latest().open(rest, Rows.Direction.ASCENDING, Rows.Extent.OBJECT)) {
      while (keys.size() < BATCH_ITEMS && cursor.next()) {
        keys.add(cursor.key());
      }
    }
    return keys;
  }

  /** Adds the entries of as many of the items as are read at once; the last one's key. */
  private byte[] addEntries(StoredIndex index, List<byte[]> keys) {
    ChangeSet changes = new ChangeSet();
    List<byte @Nullable []> rows = store.latest().getPage(keys);
    byte[] last = keys.get(rows.size() - 1);
    for (byte @Nullable [] row : rows) {
      if (row != null) {
        IndexMaintenance.add(index, StoredItem.of(row), store.latest(), changes);
      }
    }
    Latches.Held collections = latches.collections(changes.rows(), List.of(), Cancellation.NEVER);
    try (RowBatch batch = store.newBatch()) {
      Runnable remember = committer.write(changes, batch, Cancellation.NEVER);
      batch.putRecord(Definitions.buildPositionKey(indexId), last);
      store.commit(batch, false);
      remember.run();
    } finally {
      collections.release();
    }
    return last;
  }
}
