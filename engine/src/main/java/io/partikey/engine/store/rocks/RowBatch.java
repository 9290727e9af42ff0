package io.partikey.engine.store.rocks;

import io.partikey.engine.store.key.KeyRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Changes of rows, records and counters that become visible and durable together, or not at all.
 * Used and closed by the thread that made it.
 */
public final class RowBatch implements AutoCloseable {
  private final RowStore store;
  private final WriteBatch batch = new WriteBatch();

  RowBatch(RowStore store) {
    this.store = store;
  }

  /** Sets a row. */
  public void put(byte[] key, byte[] value) {
    change(() -> batch.put(store.rowFamily(), key, value));
  }

  /** Removes a row. */
  public void delete(byte[] key) {
    change(() -> batch.delete(store.rowFamily(), key));
  }

  /** Removes all rows and counters of a range. */
  public void deleteRange(KeyRange range) {
    change(() -> batch.deleteRange(store.rowFamily(), range.start(), range.end()));
    change(() -> batch.deleteRange(store.counterFamily(), range.start(), range.end()));
  }

  /** Adds to a counter, which begins at zero. */
  public void add(byte[] counter, long delta) {
    byte[] operand =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(delta).array();
    change(() -> batch.merge(store.counterFamily(), counter, operand));
  }

  /** Sets a record of the catalog. */
  public void putRecord(byte[] key, byte[] value) {
    change(() -> batch.put(store.recordFamily(), key, value));
  }

  /** Removes a record of the catalog. */
  public void deleteRecord(byte[] key) {
    change(() -> batch.delete(store.recordFamily(), key));
  }

  /** Removes the records of the catalog in a range. */
  public void deleteRecords(KeyRange range) {
    change(() -> batch.deleteRange(store.recordFamily(), range.start(), range.end()));
  }

  WriteBatch handle() {
    return batch;
  }

  private void change(Change change) {
    try {
      change.make();
    } catch (RocksDBException failure) {
      throw store.translate(failure);
    }
  }

  private interface Change {
    void make() throws RocksDBException;
  }

  @Override
  public void close() {
    if (batch.isOwningHandle()) {
      batch.close();
      store.leave();
    }
  }
}
