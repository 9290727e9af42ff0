package io.partikey.engine.backend;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;

/**
 * Counts the memory of writes that are done all or nothing, which therefore are held until all are
 * known, and refuses more of them than {@link MemoryLimit#WRITE_SET}. Not thread-safe.
 */
public final class WriteSetSize {
  /** About how many bytes of memory a write takes beside what it writes. */
  public static final long WRITE_BYTES = 400;

  private final long limit = MemoryLimit.WRITE_SET.bytes();
  private long bytes;

  /**
   * Adds to the size.
   *
   * @param more about how many bytes of memory
   * @throws EngineException with {@code LIMIT_EXCEEDED} if that is too much
   */
  public void add(long more) {
    if (bytes + more > limit) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "A statement and a transaction write all or nothing, and this one would take more than"
              + " the "
              + MemoryLimit.inWords(limit)
              + " of memory that it may have; the statement wrote nothing. Write fewer items at"
              + " once, for example a smaller range of keys, or start Java with a higher limit: -D"
              + MemoryLimit.WRITE_SET.property()
              + "=MEGABYTES.");
    }
    bytes += more;
  }

  /** Takes back what was added and is held no more. */
  public void remove(long less) {
    bytes -= less;
  }
}
