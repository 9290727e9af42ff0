package io.partikey.engine.store.rocks;

import org.rocksdb.Cache;
import org.rocksdb.HyperClockCache;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all databases of the process share: 64 MB for blocks that were read, 64 MB for
 * what was written and is not yet in a table file. Lives as long as the process.
 */
final class SharedMemory {
  /** Bytes of blocks that are kept after they were read. */
  static final long BLOCK_CACHE_BYTES = 64L << 20;

  /** Bytes written that are held in memory before they go to table files. */
  static final long WRITE_BUFFER_BYTES = 64L << 20;

  /** The blocks that were read. */
  static final Cache BLOCKS;

  /** What was written and is not yet in table files. */
  static final WriteBufferManager WRITE_BUFFERS;

  static {
    NativeLibrary.load();
    BLOCKS = new HyperClockCache(BLOCK_CACHE_BYTES, 0, -1, false);
    // The cache only accounts for the buffers here; it must be another one than that of the blocks,
    // or a full write buffer would evict them all.
    WRITE_BUFFERS =
        new WriteBufferManager(WRITE_BUFFER_BYTES, new org.rocksdb.LRUCache(WRITE_BUFFER_BYTES));
  }

  private SharedMemory() {}
}
