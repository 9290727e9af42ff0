package io.partikey.engine.store.rocks;

import io.partikey.engine.store.key.KeyLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.RocksMemEnv;
import org.rocksdb.RocksObject;
import org.rocksdb.UInt64AddOperator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/** How RocksDB is set up for one database; owns the native options, and outlives the database. */
final class StoreOptions implements AutoCloseable {
  private static final int FILTER_BITS = 10;
  private static final int BLOCK_BYTES = 8 << 10;
  private static final int NEWEST_TABLE_FORMAT = 6;
  private static final long MAX_LOG_BYTES = 256L << 20;
  private static final int LOG_FILES = 2;
  private static final int MOST_OPEN_FILES = 500;

  private final List<RocksObject> owned = new ArrayList<>();
  private final @Nullable LogListener logs;
  private final DBOptions database;
  private final ColumnFamilyOptions rows;
  private final ColumnFamilyOptions records;
  private final ColumnFamilyOptions counters;
  private final WriteOptions durableWrite;
  private final WriteOptions quickWrite;

  private StoreOptions(
      @Nullable Env environment, boolean createIfMissing, @Nullable Runnable onNewLog) {
    database = own(databaseOptions(createIfMissing));
    if (environment != null) {
      database.setEnv(own(environment));
    }
    logs = onNewLog == null ? null : new LogListener(onNewLog);
    if (logs != null) {
      database.setListeners(List.of(logs));
    }
    BlockBasedTableConfig tables = tableFormat();
    rows =
        familyOptions(tables)
            .useFixedLengthPrefixExtractor(KeyLayout.COLLECTION_PREFIX_BYTES)
            .setMemtablePrefixBloomSizeRatio(0.05)
            .setMemtableWholeKeyFiltering(true);
    records = familyOptions(tables);
    counters = familyOptions(tables).setMergeOperator(own(new UInt64AddOperator()));
    boolean inMemory = environment != null;
    durableWrite = own(new WriteOptions().setSync(!inMemory).setDisableWAL(inMemory));
    quickWrite = own(new WriteOptions().setDisableWAL(inMemory));
  }

  /**
   * The options of a database in files.
   *
   * @param onNewLog run when a log was begun, before it is written to
   */
  static StoreOptions file(boolean createIfMissing, Runnable onNewLog) {
    return new StoreOptions(null, createIfMissing, onNewLog);
  }

  /** The options of a database in memory, which needs no log. */
  static StoreOptions memory() {
    return new StoreOptions(new RocksMemEnv(Env.getDefault()), true, null);
  }

  DBOptions database() {
    return database;
  }

  ColumnFamilyOptions rows() {
    return rows;
  }

  ColumnFamilyOptions records() {
    return records;
  }

  ColumnFamilyOptions counters() {
    return counters;
  }

  /** For writes that are on disk when they are acknowledged, or for those that soon will be. */
  WriteOptions write(boolean durable) {
    return durable ? durableWrite : quickWrite;
  }

  private static DBOptions databaseOptions(boolean createIfMissing) {
    // RocksDB's Java interface has no setters for these.
    Properties withoutSetter = new Properties();
    withoutSetter.setProperty("track_and_verify_wals_in_manifest", "true");
    // Otherwise every table file carries the name of the machine that wrote it.
    withoutSetter.setProperty("db_host_id", "partikey");
    return DBOptions.getDBOptionsFromProps(withoutSetter)
        .setCreateIfMissing(createIfMissing)
        .setCreateMissingColumnFamilies(createIfMissing)
        .setParanoidChecks(true)
        // What was not finished ends the recovery; that damage does not, the check of the files
        // sees to before. A log that others follow and whose end is lost must end it, too, or what
        // comes later would be recovered without what it builds on.
        .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
        .setWriteBufferManager(SharedMemory.get().writeBuffers())
        // The collector of statistics lives in the shared cache with the clock of the database that
        // came first, and crashes the JVM when that one, in memory, is closed before the others.
        .setStatsDumpPeriodSec(0)
        .setStatsPersistPeriodSec(0)
        .setMaxTotalWalSize(MAX_LOG_BYTES)
        .setMaxOpenFiles(MOST_OPEN_FILES)
        .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
        .setKeepLogFileNum(LOG_FILES);
  }

  private BlockBasedTableConfig tableFormat() {
    return new BlockBasedTableConfig()
        .setFilterPolicy(own(new BloomFilter(FILTER_BITS)))
        .setFormatVersion(NEWEST_TABLE_FORMAT)
        .setBlockSize(BLOCK_BYTES)
        .setBlockCache(SharedMemory.get().blocks())
        .setCacheIndexAndFilterBlocks(true)
        .setPinL0FilterAndIndexBlocksInCache(true);
  }

  private ColumnFamilyOptions familyOptions(BlockBasedTableConfig tables) {
    return own(new ColumnFamilyOptions())
        .setTableFormatConfig(tables)
        .setCompressionType(CompressionType.LZ4_COMPRESSION)
        .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
  }

  private <T extends RocksObject> T own(T handle) {
    owned.add(handle);
    return handle;
  }

  @Override
  public void close() {
    // The environment must go last, so the options of the database, which come first, go before.
    for (int i = owned.size() - 1; i >= 0; i--) {
      if (!(owned.get(i) instanceof Env)) {
        owned.get(i).close();
      }
    }
    owned.stream().filter(Env.class::isInstance).forEach(RocksObject::close);
    if (logs != null) {
      logs.close();
    }
  }
}
