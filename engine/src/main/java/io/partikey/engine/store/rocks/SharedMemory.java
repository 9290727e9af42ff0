package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.MemoryLimit;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Cache;
import org.rocksdb.HyperClockCache;
import org.rocksdb.LRUCache;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all databases of the process share: for blocks that were read, and for what was
 * written and is not yet in a table file. Lives as long as the process; its sizes are those that
 * {@link MemoryLimit} has when the first database is opened.
 *
 * @param blocks the blocks that were read
 * @param writeBuffers what was written and is not yet in table files
 */
record SharedMemory(Cache blocks, WriteBufferManager writeBuffers) {
  private static @Nullable SharedMemory instance;

  /**
   * The memory of this process.
   *
   * @throws io.partikey.engine.error.EngineException with {@code INVALID_ARGUMENT} if a limit is
   *     set to what is none
   */
  static synchronized SharedMemory get() {
    @Nullable SharedMemory known = instance;
    if (known == null) {
      long blockBytes = MemoryLimit.BLOCK_CACHE.bytes();
      long bufferBytes = MemoryLimit.WRITE_BUFFERS.bytes();
      NativeLibrary.load();
      // The manager only accounts for its buffers in a cache; it must be another one than that of
      // the blocks, or a full write buffer would evict them all.
      known =
          new SharedMemory(
              new HyperClockCache(blockBytes, 0, -1, false),
              new WriteBufferManager(bufferBytes, new LRUCache(bufferBytes)));
      instance = known;
    }
    return known;
  }
}
