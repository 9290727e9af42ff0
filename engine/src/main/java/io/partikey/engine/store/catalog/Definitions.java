package io.partikey.engine.store.catalog;

import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.bytes.Utf8;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.Counts;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a database as they are now, in memory and in their records.
 *
 * <p>Whoever writes items holds {@link #shared} from looking a table up to the commit. A change of
 * a definition holds the same lock exclusively, for one small commit: so every write is wholly
 * before the change or wholly after it.
 */
public final class Definitions {
  private static final byte[] HEAD = {0x01};
  private static final byte[] TABLES = {0x02};
  private static final int BUILD_POSITION = 0x04;
  private static final int DROPPED = 0x05;

  private final RowStore store;
  private final DatabaseFormat format;
  private final Counts counts = new Counts();
  private final Observations observations = new Observations();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicReference<CatalogSnapshot> current;

  /**
   * The definitions that a database has; none if it is new. One of an older format is upgraded.
   *
   * @throws io.partikey.engine.error.EngineException with {@code CANNOT_OPEN} if its format is
   *     newer
   */
  public Definitions(RowStore store) {
    this(store, DatabaseFormat.CURRENT);
  }

  Definitions(RowStore store, DatabaseFormat format) {
    this.store = store;
    this.format = format;
    format.upgrade(store, Definitions::formatOf);
    this.current = new AtomicReference<>(load());
  }

  private CatalogSnapshot load() {
    byte @Nullable [] head = store.record(HEAD);
    if (head == null) {
      return new CatalogSnapshot(1, 1, Map.of());
    }
    ByteReader in = new ByteReader(head);
    in.skip(1);
    long version = in.readLong();
    int nextObjectId = in.readInt();
    Map<String, StoredTable> tables = new LinkedHashMap<>();
    for (RowStore.KeyAndValue record : store.records(KeyRange.ofPrefix(TABLES))) {
      StoredTable table = TableRecord.read(record.value());
      tables.put(table.name(), table);
      counts.load(table.id(), table.partitions(), table.keys().all(), store);
      table
          .indexes()
          .forEach(
              index ->
                  counts.load(
                      index.keys().objectId(), index.partitions(), index.keys().all(), store));
      observations.add(table.id(), ObservedAttributes.load(table.id(), store));
    }
    return new CatalogSnapshot(version, nextObjectId, tables);
  }

  /**
   * Does something to the database while nobody writes, after which the records may say something
   * else than what is in memory, and reads all of them again.
   *
   * @return whether it came to it: not if others wrote all the time
   */
  public boolean reload(Duration patience, Runnable change) {
    return tryWithoutWriters(
            patience,
            () -> {
              change.run();
              CatalogSnapshot loaded = load();
              counts.retain(loaded.objectIds());
              current.set(loaded);
              return loaded;
            })
        .isPresent();
  }

  /** The definitions as they are now. */
  public CatalogSnapshot current() {
    return Objects.requireNonNull(current.get());
  }

  /** The counts of all tables and indexes. */
  public Counts counts() {
    return counts;
  }

  /** The attributes observed in all tables. */
  public Observations observations() {
    return observations;
  }

  /** The lock under which the definitions do not change. */
  public Lock shared() {
    return lock.readLock();
  }

  /** What a look at the database yields while no write is under way; it must be a short one. */
  public <T> T withoutWriters(Supplier<T> look) {
    lock.writeLock().lock();
    try {
      return look.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * What a short look at the database, or a change in memory, yields while no write is under way;
   * empty if the writes that are take longer than one can make others wait for.
   */
  public <T> Optional<T> tryWithoutWriters(Duration patience, Supplier<T> look) {
    if (!tryLock(patience)) {
      return Optional.empty();
    }
    try {
      return Optional.of(look.get());
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean tryLock(Duration patience) {
    try {
      return lock.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Changes how an object is divided, as {@link #tryWithoutWriters} does. It may be lost with the
   * process, but not without all that is committed later.
   */
  Optional<Boolean> tryDivide(Duration patience, Division division) {
    return tryWithoutWriters(
        patience,
        () -> {
          try (RowBatch batch = store.newBatch()) {
            Optional<CatalogSnapshot> divided = division.divide(current(), batch);
            if (divided.isEmpty()) {
              return false;
            }
            store.commit(batch, false);
            division.committed();
            current.set(divided.get());
            return true;
          }
        });
  }

  /** A change of how a table or index is divided. */
  interface Division {
    /** The definitions with the object divided, empty if it is no more. */
    Optional<CatalogSnapshot> divide(CatalogSnapshot before, RowBatch batch);

    /** Called when the batch is committed, while still nobody writes. */
    void committed();
  }

  /**
   * Changes definitions: the change says from those that there are which there will be, and makes
   * the batch change the records. It is durable when this returns.
   */
  void change(BiFunction<CatalogSnapshot, RowBatch, CatalogSnapshot> change) {
    lock.writeLock().lock();
    try (RowBatch batch = store.newBatch()) {
      CatalogSnapshot changed = change.apply(current(), batch);
      if (changed.version() != current().version()) {
        batch.putRecord(HEAD, head(changed));
        store.commit(batch, true);
      }
      current.set(changed);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * Shows something that is not stored and that no write depends on, so that nobody waits for it. A
   * change at the same time may hide it.
   */
  void show(UnaryOperator<CatalogSnapshot> shown) {
    current.updateAndGet(shown);
  }

  private static int formatOf(RowStore store) {
    byte @Nullable [] head = store.record(HEAD);
    return head == null ? 0 : new ByteReader(head).readByte();
  }

  /** Makes a batch name the next format in the head, which is otherwise the same. */
  static void nameNextFormat(RowStore store, RowBatch batch) {
    byte @Nullable [] head = store.record(HEAD);
    if (head != null) {
      head[0]++;
      batch.putRecord(HEAD, head);
    }
  }

  private byte[] head(CatalogSnapshot snapshot) {
    ByteWriter out = new ByteWriter();
    out.writeByte(format.number());
    out.writeLong(snapshot.version());
    out.writeInt(snapshot.nextObjectId());
    return out.toByteArray();
  }

  static void put(StoredTable table, RowBatch batch) {
    batch.putRecord(tableKey(table.name()), TableRecord.write(table));
  }

  static void delete(StoredTable table, RowBatch batch) {
    batch.deleteRecord(tableKey(table.name()));
    batch.deleteRecords(ObservedAttributes.records(table.id()));
  }

  private static byte[] tableKey(String name) {
    ByteWriter key = new ByteWriter();
    key.writeBytes(TABLES);
    key.writeBytes(Utf8.encode(name));
    return key.toByteArray();
  }

  /** The key of the record that says how far an index is built. */
  public static byte[] buildPositionKey(int indexId) {
    return key(BUILD_POSITION, indexId);
  }

  /** The ids of tables and indexes that were dropped and whose space was not given back yet. */
  public List<Integer> dropped() {
    return store.records(KeyRange.ofPrefix(new byte[] {DROPPED})).stream()
        .map(
            record -> {
              ByteReader key = new ByteReader(record.key());
              key.skip(1);
              return key.readInt();
            })
        .toList();
  }

  /** Makes a batch remember that the space of a table or index is to be given back. */
  static void putDropped(int objectId, RowBatch batch) {
    batch.putRecord(key(DROPPED, objectId), new byte[0]);
  }

  /** The space of a table or index that was dropped is given back. */
  public void forgetDropped(int objectId) {
    try (RowBatch batch = store.newBatch()) {
      batch.deleteRecord(key(DROPPED, objectId));
      store.commit(batch, false);
    }
  }

  private static byte[] key(int kind, int objectId) {
    ByteWriter key = new ByteWriter(1 + Integer.BYTES);
    key.writeByte(kind);
    key.writeInt(objectId);
    return key.toByteArray();
  }
}
