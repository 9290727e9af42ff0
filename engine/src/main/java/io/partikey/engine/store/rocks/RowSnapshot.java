package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyRange;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.Snapshot;

/**
 * The rows as they were at one moment. Closed by whoever took it; the store's close ends it too.
 *
 * <p>Any thread may close it while others read: what is being read is read to its end, and every
 * read after that raises {@code CLOSED}.
 */
public final class RowSnapshot implements Rows, AutoCloseable {
  private final RowStore store;
  private final Snapshot snapshot;
  private final ReadOptions options;
  private final AtomicBoolean closed = new AtomicBoolean();
  // Its owner until the close, and everyone who reads; the last one frees the handles.
  private final AtomicInteger users = new AtomicInteger(1);

  RowSnapshot(RowStore store, Snapshot snapshot) {
    this.store = store;
    this.snapshot = snapshot;
    this.options = new ReadOptions().setSnapshot(snapshot);
  }

  /** The number of writes to the store before this moment. */
  public long sequence() {
    return reading(() -> store.within(snapshot::getSequenceNumber));
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    enter();
    try {
      return store.get(options, key);
    } finally {
      leave();
    }
  }

  @Override
  public List<byte @Nullable []> getAll(List<byte[]> keys) {
    return reading(() -> store.getAll(options, keys));
  }

  /** A cursor, which goes on over the rows of this moment even when the snapshot is closed. */
  @Override
  public RowCursor open(KeyRange range, Direction direction, Extent extent) {
    return reading(() -> store.open(snapshot, range, direction, extent));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      leave();
    }
  }

  private <T> T reading(Supplier<T> read) {
    enter();
    try {
      return read.get();
    } finally {
      leave();
    }
  }

  private void enter() {
    int others = users.get();
    while (others > 0 && !closed.get()) {
      if (users.compareAndSet(others, others + 1)) {
        return;
      }
      others = users.get();
    }
    throw new EngineException(
        ErrorCode.CLOSED, "This view of the database was closed. Open another one.");
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      store.release(this);
    }
  }

  Snapshot handle() {
    return snapshot;
  }

  void closeHandles() {
    options.close();
    snapshot.close();
  }
}
