package io.partikey.engine.store.read;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.backend.Page;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MemorySize;

/**
 * The memory of the items of one page, which ends with the one that fills {@link MemoryLimit#PAGE}.
 * Where the heap is so large that the bytes of a page bound its memory well enough, whatever they
 * are of, nothing is counted.
 */
final class PageMemory {
  private static final int MOST_MEMORY_OF_A_BYTE = 80;
  private static final long LIMIT = MemoryLimit.PAGE.bytes();
  private static final boolean COUNTS = LIMIT < (long) MOST_MEMORY_OF_A_BYTE * Page.MOST_BYTES;

  private final long most;
  private long bytes;

  /** Of a page that shares its memory with others. */
  PageMemory(int sharers) {
    this.most = Math.max(1, LIMIT / sharers);
  }

  void add(Item item) {
    if (COUNTS) {
      bytes += MemorySize.of(item);
    }
  }

  boolean isFull() {
    return bytes >= most;
  }

  /** What was counted; what stands for it where nothing is. */
  long bytes(long otherwise) {
    return COUNTS ? bytes : otherwise;
  }
}
