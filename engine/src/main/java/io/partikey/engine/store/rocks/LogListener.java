package io.partikey.engine.store.rocks;

import org.jspecify.annotations.Nullable;
import org.rocksdb.AbstractEventListener;
import org.rocksdb.MemTableInfo;

/**
 * Runs something when RocksDB has begun a new log and nothing is written to it yet. It runs in the
 * thread that writes, a few times a gigabyte, and must not use the database.
 */
final class LogListener extends AbstractEventListener {
  private final Runnable onNewLog;

  LogListener(Runnable onNewLog) {
    super(EnabledEventCallback.ON_MEMTABLE_SEALED);
    this.onNewLog = onNewLog;
  }

  @Override
  public void onMemTableSealed(@Nullable MemTableInfo sealed) {
    try {
      onNewLog.run();
    } catch (Throwable notForRocksDb) {
      // What is thrown into native code may end the process; the next log brings the next chance.
      return;
    }
  }
}
