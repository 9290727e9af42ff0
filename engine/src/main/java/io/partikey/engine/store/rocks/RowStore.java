package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.Page;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.store.key.KeyRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
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
  private final StoreOptions options;
  private final RocksDB database;
  private final List<ColumnFamilyHandle> families;
  private final ReadOptions latest = readOptions();
  private final CompactRangeOptions compaction =
      new CompactRangeOptions().setExclusiveManualCompaction(false);
  private final Set<RowSnapshot.Handles> snapshots = ConcurrentHashMap.newKeySet();
  private final Lifetime lifetime;

  private RowStore(
      String name,
      boolean inMemory,
      boolean readOnly,
      StoreOptions options,
      RocksDB database,
      List<ColumnFamilyHandle> families) {
    this.name = name;
    this.inMemory = inMemory;
    this.readOnly = readOnly;
    this.options = options;
    this.database = database;
    this.families = families;
    this.lifetime = new Lifetime(name);
  }

  /**
   * Opens the database in a directory, makes it if the directory is missing or empty.
   *
   * @param name what errors call the database
   * @throws RocksDBException if it cannot be opened; the caller knows what the reader needs
   */
  static RowStore openFile(String name, Path directory, boolean create, boolean readOnly)
      throws RocksDBException {
    NativeLibrary.load();
    return open(name, directory.toString(), StoreOptions.file(create), false, readOnly);
  }

  /** Makes an empty database in memory. */
  public static RowStore openMemory(String name) {
    NativeLibrary.load();
    try {
      String path = "/partikey-" + MEMORY_DATABASES.incrementAndGet();
      return open(name, path, StoreOptions.memory(), true, false);
    } catch (RocksDBException failure) {
      throw StorageErrors.translate(failure, name);
    }
  }

  private static RowStore open(
      String name, String path, StoreOptions options, boolean inMemory, boolean readOnly)
      throws RocksDBException {
    List<ColumnFamilyDescriptor> descriptors =
        List.of(
            new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.rows()),
            new ColumnFamilyDescriptor(bytes("catalog"), options.records()),
            new ColumnFamilyDescriptor(bytes("counters"), options.counters()));
    List<ColumnFamilyHandle> families = new ArrayList<>();
    try {
      RocksDB database =
          readOnly
              ? RocksDB.openReadOnly(options.database(), path, descriptors, families)
              : RocksDB.open(options.database(), path, descriptors, families);
      return new RowStore(name, inMemory, readOnly, options, database, families);
    } catch (RocksDBException failure) {
      options.close();
      throw failure;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The rows as they are at the time of each call. */
  public Rows latest() {
    return latestRows;
  }

  private final Rows latestRows =
      new Rows() {
        @Override
        public byte @Nullable [] get(byte[] key) {
          return RowStore.this.get(latest, key);
        }

        @Override
        public List<byte @Nullable []> getPage(List<byte[]> keys) {
          return RowStore.this.getPage(latest, keys);
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
    return within(
        () -> {
          RowSnapshot.Handles handles = new RowSnapshot.Handles(this, database.getSnapshot());
          snapshots.add(handles);
          return new RowSnapshot(this, handles);
        });
  }

  /** The number of writes so far. */
  public long latestSequence() {
    return within(database::getLatestSequenceNumber);
  }

  /** An empty batch. The store is not closed before the batch is. */
  public RowBatch newBatch() {
    enter();
    return new RowBatch(this);
  }

  /**
   * Makes the changes of a batch.
   *
   * @param durable whether they are on disk when this returns; otherwise after the next {@link
   *     #syncLog}
   */
  public void commit(RowBatch batch, boolean durable) {
    run(() -> database.write(options.write(durable), batch.handle()));
  }

  /** Makes durable what was committed without it. */
  public void syncLog() {
    if (!inMemory) {
      run(database::syncWal);
    }
  }

  /** A record of the catalog, null where there is none. */
  public byte @Nullable [] record(byte[] key) {
    return call(() -> database.get(recordFamily(), latest, key));
  }

  /** The records of the catalog in a range, in the order of their keys. */
  public List<KeyAndValue> records(KeyRange range) {
    return all(recordFamily(), null, range);
  }

  /** The sum of a counter, zero if nothing was added to it. */
  public long counter(byte[] key) {
    byte @Nullable [] sum = call(() -> database.get(counterFamily(), latest, key));
    return sum == null ? 0 : littleEndian(sum);
  }

  List<Counter> counters(@Nullable Snapshot snapshot, KeyRange range) {
    return all(counterFamily(), snapshot, range).stream()
        .map(row -> new Counter(row.key(), littleEndian(row.value())))
        .toList();
  }

  /** Copies the database as it is now into a directory that does not exist, by links if it can. */
  void copyTo(Path directory) {
    run(
        () -> {
          if (!inMemory) {
            RowCopy.linkFiles(database, directory);
            return;
          }
          // Files in memory cannot be linked, so the rows are copied.
          try (RowStore copy = openFile(name, directory, true, false)) {
            RowCopy.copyRows(database, families, copy.database, copy.families);
          }
        });
  }

  /**
   * Gives the space of removed rows back; takes long, does not disturb readers or writers, and ends
   * early when the store is closed.
   */
  public void compact(KeyRange range) {
    run(() -> database.compactRange(rowFamily(), range.start(), range.end(), compaction));
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
    return families.get(0);
  }

  ColumnFamilyHandle recordFamily() {
    return families.get(1);
  }

  ColumnFamilyHandle counterFamily() {
    return families.get(2);
  }

  byte @Nullable [] get(ReadOptions readOptions, byte[] key) {
    return call(() -> database.get(rowFamily(), readOptions, key));
  }

  /** Options of reads at which {@link #getPage} ends where a page does. */
  static ReadOptions readOptions() {
    return new ReadOptions().setValueSizeSoftLimit(Page.MOST_BYTES);
  }

  List<byte @Nullable []> getPage(ReadOptions readOptions, List<byte[]> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    if (keys.size() == 1) {
      return Collections.singletonList(get(readOptions, keys.get(0)));
    }
    List<ColumnFamilyHandle> each = Collections.nCopies(keys.size(), rowFamily());
    List<byte @Nullable []> found = call(() -> database.multiGetAsList(readOptions, each, keys));
    return pageOf(readOptions, keys, found);
  }

  // A null may also be a value that came behind the bytes of a page, or one that cannot be read.
  private List<byte @Nullable []> pageOf(
      ReadOptions readOptions, List<byte[]> keys, List<byte @Nullable []> found) {
    List<byte @Nullable []> page = new ArrayList<>(keys.size());
    long bytes = 0;
    for (int i = 0; i < keys.size() && bytes < Page.MOST_BYTES; i++) {
      byte @Nullable [] value = found.get(i) == null ? get(readOptions, keys.get(i)) : found.get(i);
      page.add(value);
      bytes += value == null ? 0 : value.length;
    }
    return page;
  }

  RowCursor open(
      @Nullable Snapshot snapshot, KeyRange range, Rows.Direction direction, Rows.Extent extent) {
    return range.isEmpty()
        ? EmptyCursor.INSTANCE
        : open(rowFamily(), snapshot, range, direction, extent);
  }

  private RowCursor open(
      ColumnFamilyHandle family,
      @Nullable Snapshot snapshot,
      KeyRange range,
      Rows.Direction direction,
      Rows.Extent extent) {
    enter();
    try {
      return new RangeCursor(this, database, family, snapshot, range, direction, extent);
    } catch (RuntimeException failure) {
      leave();
      throw failure;
    }
  }

  private List<KeyAndValue> all(
      ColumnFamilyHandle family, @Nullable Snapshot snapshot, KeyRange range) {
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
    return snapshots.size();
  }

  void release(RowSnapshot.Handles snapshot) {
    lifetime.unlessOver(
        () -> {
          if (snapshots.remove(snapshot)) {
            snapshot.free(database);
          }
        });
  }

  EngineException translate(RocksDBException failure) {
    return StorageErrors.translate(failure, name);
  }

  <T extends @Nullable Object> T within(Calling<T> calling) {
    return call(calling);
  }

  private <T extends @Nullable Object> T call(Calling<T> calling) {
    enter();
    try {
      return calling.call();
    } catch (RocksDBException failure) {
      throw translate(failure);
    } finally {
      leave();
    }
  }

  private void run(Running running) {
    enter();
    try {
      running.run();
    } catch (RocksDBException failure) {
      throw translate(failure);
    } finally {
      leave();
    }
  }

  private void enter() {
    lifetime.enter();
  }

  void leave() {
    lifetime.leave();
  }

  /** Waits for the calls and cursors that are inside, then closes. Idempotent. */
  @Override
  public void close() {
    synchronized (compaction) {
      if (compaction.isOwningHandle()) {
        compaction.setCanceled(true);
      }
    }
    lifetime.end(this::closeHandles);
  }

  private void closeHandles() {
    synchronized (compaction) {
      compaction.close();
    }
    snapshots.forEach(snapshot -> snapshot.free(database));
    snapshots.clear();
    latest.close();
    families.forEach(ColumnFamilyHandle::close);
    database.close();
    options.close();
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

  interface Calling<T extends @Nullable Object> {
    T call() throws RocksDBException;
  }

  private interface Running {
    void run() throws RocksDBException;
  }
}
