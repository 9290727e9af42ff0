package io.partikey.engine.store.rocks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * The native handles of a database that is open, which end together.
 *
 * @param options its options, which it owns
 * @param rocks the database
 * @param families rows, records and counters, in this order
 */
record OpenDatabase(StoreOptions options, RocksDB rocks, List<ColumnFamilyHandle> families)
    implements AutoCloseable {

  /** Opens a database; the options are closed if that fails. */
  static OpenDatabase open(String path, StoreOptions options, boolean readOnly)
      throws RocksDBException {
    List<ColumnFamilyDescriptor> descriptors =
        List.of(
            new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.rows()),
            new ColumnFamilyDescriptor(bytes("catalog"), options.records()),
            new ColumnFamilyDescriptor(bytes("counters"), options.counters()));
    List<ColumnFamilyHandle> families = new ArrayList<>();
    try {
      RocksDB rocks =
          readOnly
              ? RocksDB.openReadOnly(options.database(), path, descriptors, families)
              : RocksDB.open(options.database(), path, descriptors, families);
      return new OpenDatabase(options, rocks, families);
    } catch (RocksDBException failure) {
      options.close();
      throw failure;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  ColumnFamilyHandle rows() {
    return families.get(0);
  }

  ColumnFamilyHandle records() {
    return families.get(1);
  }

  ColumnFamilyHandle counters() {
    return families.get(2);
  }

  @Override
  public void close() {
    families.forEach(ColumnFamilyHandle::close);
    rocks.close();
    options.close();
  }
}
