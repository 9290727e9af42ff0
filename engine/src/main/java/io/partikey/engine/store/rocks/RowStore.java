package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.Page;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.store.key.KeyRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/**
 * A RocksDB database with three families: the rows of tables and indexes, the records of the
 * catalog, and counters. Owns every native handle; see the package for threading and lifetime.
 */
public final class RowStore implements AutoCloseable {
  private static final AtomicLong MEMORY_DATABASES = new AtomicLong();

  private final String name;
  private final boolean inMemory;
  private final boolean readOnly;
  private final LiveDatabase live;
  private final StillHeld held;
  private final Steps steps;
  private final ReadOptions latest = readOptions();
  private final CompactRangeOptions compaction =
      new CompactRangeOptions().setExclusiveManualCompaction(false);

  private RowStore(
      String name,
      boolean inMemory,
      boolean readOnly,
      LiveDatabase live,
      StillHeld held,
      Steps steps) {
    this.name = name;
    this.inMemory = inMemory;
    this.readOnly = readOnly;
    this.live = live;
    this.held = held;
    this.steps = steps;
  }

  /**
   * Opens the database in a directory, makes it if the directory is missing or empty.
   *
   * @param name what errors call the database
   * @param held asked whether it may be written
   * @param onNewLog run when a log was begun, before it is written to
   * @param steps told of each change that is made
   * @throws RocksDBException if it cannot be opened; the caller knows what the reader needs
   */
  static RowStore openFile(
      String name,
      Path directory,
      boolean create,
      boolean readOnly,
      StillHeld held,
      Runnable onNewLog,
      Steps steps)
      throws RocksDBException {
    NativeLibrary.load();
    String path = directory.toString();
    OpenDatabase open = OpenDatabase.open(path, StoreOptions.file(create, onNewLog), readOnly);
    LiveDatabase live = new LiveDatabase(name, path, !readOnly, onNewLog, open);
    return new RowStore(name, false, readOnly, live, held, steps);
  }

  /** Makes an empty database in memory. */
  public static RowStore openMemory(String name) {
    NativeLibrary.load();
    try {
      String path = "/partikey-" + MEMORY_DATABASES.incrementAndGet();
      OpenDatabase open = OpenDatabase.open(path, StoreOptions.memory(), false);
      LiveDatabase live = new LiveDatabase(name, path, false, () -> {}, open);
      return new RowStore(name, true, false, live, StillHeld.always(), Steps.UNWATCHED);
    } catch (RocksDBException failure) {
      throw StorageErrors.translate(failure, name);
    }
  }

  /** The rows as they are at the time of each call. */
  public Rows latest() {
    return latestRows;
  }

  private final Rows latestRows =
      new Rows() {
        @Override
        public byte @Nullable [] get(byte[] key) {
          return live.call(database -> database.rocks().get(database.rows(), latest, key));
        }

        @Override
        public List<byte @Nullable []> getPage(List<byte[]> keys) {
          return RowStore.this.getPage(() -> latest, keys);
        }

        @Override
        public List<Counter> counters(KeyRange range) {
          return RowStore.this.counters(null, range);
        }

        @Override
        public RowCursor open(KeyRange range, Direction direction, Extent extent) {
          return RowStore.this.open(null, range, direction, extent);
        }
      };

  /** The rows as they are now, from now on. */
  public RowSnapshot snapshot() {
    return new RowSnapshot(this, live.takeSnapshot(this));
  }

  /** The number of writes so far. */
  public long latestSequence() {
    return live.call(database -> database.rocks().getLatestSequenceNumber());
  }

  /** An empty batch. The store is not closed before the batch is. */
  public RowBatch newBatch() {
    live.enter();
    return new RowBatch(this);
  }

  /**
   * Makes the changes of a batch.
   *
   * @param durable whether they are on disk when this returns; otherwise after the next {@link
   *     #syncLog}
   */
  public void commit(RowBatch batch, boolean durable) {
    held.beforeWriting(this::freeze);
    live.write(
        database -> database.rocks().write(database.options().write(durable), batch.handle()));
    if (durable) {
      requireHeld();
    }
    steps.done(durable ? "committed to disk" : "committed");
  }

  /** Makes durable what was committed without it. */
  public void syncLog() {
    if (!inMemory) {
      held.beforeWriting(this::freeze);
      live.write(database -> database.rocks().syncWal());
      requireHeld();
      steps.done("log on disk");
    }
  }

  /**
   * Makes sure that the directory is still that of this database.
   *
   * @throws EngineException with {@code STORAGE_FAILED} if it was moved, removed or replaced
   */
  public void requireHeld() {
    held.require(this::freeze);
  }

  /** Keeps RocksDB from making and removing files where another database may be by now. */
  private void freeze() {
    live.run(
        database -> {
          database.rocks().disableFileDeletions();
          database.rocks().cancelAllBackgroundWork(false);
        });
  }

  /** Whether a write failed of the disk, and none succeeded since as far as is known. */
  public boolean isFailing() {
    return live.isFailing();
  }

  /**
   * Makes a storage that failed take writes again, if what it failed of is over. Snapshots that are
   * not of the last moment may be lost by that, and a write that failed only when the disk was to
   * confirm it may be there. Called while nobody writes.
   *
   * @throws EngineException with what it still fails of
   */
  public void heal() {
    cancelCompaction(true);
    try {
      live.heal();
    } finally {
      cancelCompaction(false);
    }
  }

  private void cancelCompaction(boolean canceled) {
    synchronized (compaction) {
      if (compaction.isOwningHandle()) {
        compaction.setCanceled(canceled);
      }
    }
  }

  /** A record of the catalog, null where there is none. */
  public byte @Nullable [] record(byte[] key) {
    return live.call(database -> database.rocks().get(database.records(), latest, key));
  }

  /** The records of the catalog in a range, in the order of their keys. */
  public List<KeyAndValue> records(KeyRange range) {
    return all(OpenDatabase::records, null, range);
  }

  /** The sum of a counter, zero if nothing was added to it. */
  public long counter(byte[] key) {
    byte @Nullable [] sum =
        live.call(database -> database.rocks().get(database.counters(), latest, key));
    return sum == null ? 0 : littleEndian(sum);
  }

  List<Counter> counters(RowSnapshot.@Nullable Handles snapshot, KeyRange range) {
    return all(OpenDatabase::counters, snapshot, range).stream()
        .map(row -> new Counter(row.key(), littleEndian(row.value())))
        .toList();
  }

  /** Copies the database as it is now into a directory that does not exist, by links if it can. */
  void copyTo(Path directory) {
    requireHeld();
    live.run(
        database -> {
          if (!inMemory) {
            RowCopy.linkFiles(database.rocks(), directory);
            return;
          }
          // Files in memory cannot be linked, so the rows are copied.
          try (RowStore copy =
              openFile(
                  name, directory, true, false, StillHeld.always(), () -> {}, Steps.UNWATCHED)) {
            copy.live.run(to -> RowCopy.copyRows(database, to));
          }
        });
  }

  /**
   * Gives the space of removed rows back; takes long, does not disturb readers or writers, and ends
   * early when the store is closed.
   */
  public void compact(KeyRange range) {
    requireHeld();
    live.run(
        database ->
            database.rocks().compactRange(database.rows(), range.start(), range.end(), compaction));
    steps.done("compacted");
  }

  /** What errors call the database. */
  public String name() {
    return name;
  }

  /** Whether the database is gone with the process. */
  public boolean isInMemory() {
    return inMemory;
  }

  /** Whether the files cannot be written. */
  public boolean isReadOnly() {
    return readOnly;
  }

  ColumnFamilyHandle rowFamily() {
    return live.handles().rows();
  }

  ColumnFamilyHandle recordFamily() {
    return live.handles().records();
  }

  ColumnFamilyHandle counterFamily() {
    return live.handles().counters();
  }

  <T extends @Nullable Object> T call(LiveDatabase.Work<T> work) {
    return live.call(work);
  }

  /** Options of reads at which {@link #getPage} ends where a page does. */
  static ReadOptions readOptions() {
    return new ReadOptions().setValueSizeSoftLimit(Page.MOST_BYTES);
  }

  // The options of a snapshot are asked for inside, where they cannot be exchanged.
  List<byte @Nullable []> getPage(Supplier<ReadOptions> readOptions, List<byte[]> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return live.call(
        database -> {
          ReadOptions reading = readOptions.get();
          if (keys.size() == 1) {
            return Collections.singletonList(
                database.rocks().get(database.rows(), reading, keys.get(0)));
          }
          List<ColumnFamilyHandle> each = Collections.nCopies(keys.size(), database.rows());
          return pageOf(
              database, reading, keys, database.rocks().multiGetAsList(reading, each, keys));
        });
  }

  // A null may also be a value that came behind the bytes of a page, or one that cannot be read.
  private static List<byte @Nullable []> pageOf(
      OpenDatabase database, ReadOptions reading, List<byte[]> keys, List<byte @Nullable []> found)
      throws RocksDBException {
    List<byte @Nullable []> page = new ArrayList<>(keys.size());
    long bytes = 0;
    for (int i = 0; i < keys.size() && bytes < Page.MOST_BYTES; i++) {
      byte @Nullable [] value =
          found.get(i) == null
              ? database.rocks().get(database.rows(), reading, keys.get(i))
              : found.get(i);
      page.add(value);
      bytes += value == null ? 0 : value.length;
    }
    return page;
  }

  RowCursor open(
      RowSnapshot.@Nullable Handles snapshot,
      KeyRange range,
      Rows.Direction direction,
      Rows.Extent extent) {
    return range.isEmpty()
        ? EmptyCursor.INSTANCE
        : open(OpenDatabase::rows, snapshot, range, direction, extent);
  }

  private RowCursor open(
      Function<OpenDatabase, ColumnFamilyHandle> family,
      RowSnapshot.@Nullable Handles snapshot,
      KeyRange range,
      Rows.Direction direction,
      Rows.Extent extent) {
    live.enter();
    boolean opened = false;
    try {
      OpenDatabase database = live.handles();
      @Nullable Snapshot moment = snapshot == null ? null : snapshot.snapshot();
      RowCursor cursor =
          new RangeCursor(
              this, database.rocks(), family.apply(database), moment, range, direction, extent);
      opened = true;
      return cursor;
    } finally {
      if (!opened) {
        leave();
      }
    }
  }

  private List<KeyAndValue> all(
      Function<OpenDatabase, ColumnFamilyHandle> family,
      RowSnapshot.@Nullable Handles snapshot,
      KeyRange range) {
    List<KeyAndValue> all = new ArrayList<>();
    try (RowCursor cursor =
        open(family, snapshot, range, Rows.Direction.ASCENDING, Rows.Extent.OBJECT)) {
      while (cursor.next()) {
        all.add(new KeyAndValue(cursor.key(), cursor.value()));
      }
    }
    return all;
  }

  private static long littleEndian(byte[] value) {
    return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** How many snapshots are open. */
  public int openSnapshots() {
    return live.openSnapshots();
  }

  void release(RowSnapshot.Handles snapshot) {
    live.release(snapshot);
  }

  EngineException translate(RocksDBException failure) {
    return StorageErrors.translate(failure, name);
  }

  void leave() {
    live.leave();
  }

  /** Waits for the calls and cursors that are inside, then closes. Idempotent. */
  @Override
  public void close() {
    cancelCompaction(true);
    live.close(this::closeOptions);
  }

  private void closeOptions() {
    synchronized (compaction) {
      compaction.close();
    }
    latest.close();
  }

  /**
   * A row of any family. The arrays are the reader's own.
   *
   * @param key the key
   * @param value the value
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record KeyAndValue(byte[] key, byte[] value) {}

  /**
   * A counter and its sum. The array is the reader's own.
   *
   * @param key the key
   * @param sum the sum of all that was added
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Counter(byte[] key, long sum) {}
}
