package io.partikey.benchmarks.compare;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteOptions;

/**
 * RocksDB alone, well set for reads: blocks of 4 KB packed by LZ4, filters, a cache of 1 GB. It
 * gives bytes and takes nothing apart: a floor for what is built on it.
 */
final class RocksStore implements Store {
  private static final long CACHE_BYTES = 1L << 30;
  private static final int BLOCK_BYTES = 4 << 10;
  private static final int FILTER_BITS = 10;
  private static final int QUERIED = 20;

  private final List<RocksObject> owned = new ArrayList<>();
  private final RocksDB database;

  RocksStore(Path directory) throws Exception {
    RocksDB.loadLibrary();
    Path path = Files.createDirectories(directory.resolve("rocksdb"));
    BlockBasedTableConfig tables =
        new BlockBasedTableConfig()
            .setBlockCache(own(new LRUCache(CACHE_BYTES)))
            .setBlockSize(BLOCK_BYTES)
            .setFilterPolicy(own(new BloomFilter(FILTER_BITS)));
    Options options =
        own(new Options())
            .setCreateIfMissing(true)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setTableFormatConfig(tables);
    database = RocksDB.open(options, path.toString());
  }

  private <T extends RocksObject> T own(T handle) {
    owned.add(handle);
    return handle;
  }

  @Override
  public void fill(Orders orders, Index index) throws RocksDBException {
    try (WriteOptions quick = new WriteOptions()) {
      for (int i = 0; i < orders.count(); i++) {
        put(quick, orders.order(i));
      }
    }
  }

  private void put(WriteOptions options, Order order) throws RocksDBException {
    database.put(
        options,
        key(order.customer(), order.id()),
        order.value().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The customer, a byte 0, and the number of the order with its highest byte first. */
  private static byte[] key(String customer, int id) {
    byte[] text = customer.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(text.length + 1 + Integer.BYTES)
        .put(text)
        .put((byte) 0)
        .putInt(id)
        .array();
  }

  @Override
  public Operation operation(Action action, boolean durable) {
    ReadOptions read = own(new ReadOptions());
    WriteOptions write = own(new WriteOptions().setSync(durable));
    return switch (action) {
      case GET -> keys -> get(read, keys);
      case COLLECTION -> keys -> scan(read, keys.customer(), 0, Orders.OF_A_CUSTOMER);
      case QUERY ->
          keys -> scan(read, keys.customer(), keys.below(Orders.OF_A_CUSTOMER - QUERIED), QUERIED);
      case INSERT ->
          keys -> {
            put(write, keys.fresh());
            return 1;
          };
      case INDEX, JOIN, UPDATE, TRANSACTION, LOAD, IMPORT ->
          throw new IllegalArgumentException("RocksDB alone has no " + action);
    };
  }

  private int get(ReadOptions read, Keys keys) throws RocksDBException {
    int order = keys.order();
    byte[] key =
        key(keys.orders().customer(order / Orders.OF_A_CUSTOMER), order % Orders.OF_A_CUSTOMER);
    if (database.get(read, key) == null) {
      throw new IllegalStateException("An order is missing");
    }
    return 1;
  }

  private int scan(ReadOptions read, String customer, int from, int expected) {
    int count = 0;
    try (RocksIterator rows = database.newIterator(read)) {
      for (rows.seek(key(customer, from)); rows.isValid() && count < expected; rows.next()) {
        count += rows.value().length > 0 ? 1 : 0;
      }
    }
    if (count != expected) {
      throw new IllegalStateException(count + " rows instead of " + expected);
    }
    return 1;
  }

  @Override
  public void close() {
    database.close();
    for (int i = owned.size() - 1; i >= 0; i--) {
      owned.get(i).close();
    }
  }
}
