package io.partikey.engine.store.rocks;

import io.partikey.engine.store.key.KeyRange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.Snapshot;

/**
 * The rows as they were at one moment. Closed by whoever took it; the store's close ends it too.
 */
public final class RowSnapshot implements Rows, AutoCloseable {
  private final RowStore store;
  private final Snapshot snapshot;
  private final ReadOptions options;

  RowSnapshot(RowStore store, Snapshot snapshot) {
    this.store = store;
    this.snapshot = snapshot;
    this.options = new ReadOptions().setSnapshot(snapshot);
  }

  /** The number of writes to the store before this moment. */
  public long sequence() {
    return store.within(snapshot::getSequenceNumber);
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return store.get(options, key);
  }

  @Override
  public List<byte @Nullable []> getAll(List<byte[]> keys) {
    return store.getAll(options, keys);
  }

  @Override
  public RowCursor open(KeyRange range, Direction direction, Extent extent) {
    return store.open(snapshot, range, direction, extent);
  }

  @Override
  public void close() {
    store.release(this);
  }

  Snapshot handle() {
    return snapshot;
  }

  void closeHandles() {
    options.close();
    snapshot.close();
  }
}
