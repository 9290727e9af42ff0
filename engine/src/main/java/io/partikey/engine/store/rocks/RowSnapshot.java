package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyRange;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.Snapshot;

/**
 * The rows as they were at one moment. Closed by whoever took it; the store's close ends it too,
 * and the garbage collector what was forgotten, since old rows are kept for it until then.
 *
 * <p>Any thread may close it while others read: what is being read is read to its end, and every
 * read after that raises {@code CLOSED}.
 */
public final class RowSnapshot implements Rows, AutoCloseable {
  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final RowStore store;
  private final Handles handles;
  private final Cleaner.Cleanable owner;

  RowSnapshot(RowStore store, Handles handles) {
    this.store = store;
    this.handles = handles;
    this.owner = FORGOTTEN.register(this, handles::close);
  }

  /** The number of writes to the store before this moment. */
  public long sequence() {
    return reading(() -> store.call(database -> handles.snapshot().getSequenceNumber()));
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    handles.enter();
    try {
      return store.call(database -> database.rocks().get(database.rows(), handles.options(), key));
    } finally {
      handles.leave();
    }
  }

  @Override
  public List<byte @Nullable []> getPage(List<byte[]> keys) {
    return reading(() -> store.getPage(handles::options, keys));
  }

  @Override
  public List<RowStore.Counter> counters(KeyRange range) {
    return reading(() -> store.counters(handles, range));
  }

  /** A cursor, which goes on over the rows of this moment even when the snapshot is closed. */
  @Override
  public RowCursor open(KeyRange range, Direction direction, Extent extent) {
    return reading(() -> store.open(handles, range, direction, extent));
  }

  private <T> T reading(Supplier<T> read) {
    handles.enter();
    try {
      return read.get();
    } finally {
      handles.leave();
    }
  }

  @Override
  public void close() {
    owner.clean();
  }

  /** What is native of a snapshot, and who uses it: its owner until the close, and all readers. */
  static final class Handles {
    private final RowStore store;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger users = new AtomicInteger(1);
    private final long sequence;
    // Exchanged while nobody is inside the store; none when the moment is lost.
    private @Nullable Snapshot snapshot;
    private @Nullable ReadOptions options;

    Handles(RowStore store, Snapshot snapshot) {
      this.store = store;
      this.sequence = snapshot.getSequenceNumber();
      this.snapshot = snapshot;
      this.options = RowStore.readOptions().setSnapshot(snapshot);
    }

    /** The snapshot, for those inside the store. */
    Snapshot snapshot() {
      return required(snapshot);
    }

    /** Options that read it, for those inside the store. */
    ReadOptions options() {
      return required(options);
    }

    private <T> T required(@Nullable T handle) {
      if (handle == null) {
        throw new EngineException(
            ErrorCode.TRANSACTION_CONFLICT,
            "The storage of "
                + store.name()
                + " failed and was opened again, and the rows as they were when this began to read"
                + " are gone. Try again from the beginning.");
      }
      return handle;
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

    // The last one frees the handles.
    private void leave() {
      if (users.decrementAndGet() == 0) {
        store.release(this);
      }
    }

    private void close() {
      if (closed.compareAndSet(false, true)) {
        leave();
      }
    }

    /** Gives the snapshot back and frees the handles, if there are any. */
    void detach(RocksDB database) {
      if (options != null) {
        options.close();
        options = null;
      }
      if (snapshot != null) {
        database.releaseSnapshot(snapshot);
        snapshot.close();
        snapshot = null;
      }
    }

    /** Goes on in a database that was opened again, if it is of its last moment. */
    void attach(RocksDB database, long lastSequence) {
      if (sequence == lastSequence) {
        Snapshot taken = database.getSnapshot();
        snapshot = taken;
        options = RowStore.readOptions().setSnapshot(taken);
      }
    }
  }
}
