package io.partikey.engine.store.rocks;

import java.nio.file.Path;
import java.util.List;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** A copy of a database as it is now, made while it is used. */
final class RowCopy {
  private RowCopy() {}

  /** Copies a database in files into a directory that does not exist, by links if it can. */
  static void linkFiles(RocksDB database, Path directory) throws RocksDBException {
    try (Checkpoint checkpoint = Checkpoint.create(database)) {
      checkpoint.createCheckpoint(directory.toString());
    }
  }

  /** Copies all rows of a database into another one. */
  static void copyRows(OpenDatabase source, OpenDatabase copy) throws RocksDBException {
    RocksDB from = source.rocks();
    RocksDB to = copy.rocks();
    List<ColumnFamilyHandle> families = source.families();
    List<ColumnFamilyHandle> copies = copy.families();
    Snapshot moment = from.getSnapshot();
    try (ReadOptions reading = new ReadOptions().setSnapshot(moment).setTotalOrderSeek(true)) {
      for (int family = 0; family < families.size(); family++) {
        try (RocksIterator rows = from.newIterator(families.get(family), reading)) {
          for (rows.seekToFirst(); rows.isValid(); rows.next()) {
            to.put(copies.get(family), rows.key(), rows.value());
          }
          rows.status();
        }
      }
      to.syncWal();
    } finally {
      from.releaseSnapshot(moment);
      moment.close();
    }
  }
}
