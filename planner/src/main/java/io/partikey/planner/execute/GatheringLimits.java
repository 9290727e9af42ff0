package io.partikey.planner.execute;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.backend.Page;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;

/**
 * What bounds a cursor that gathers rows before it gives any.
 *
 * @param memoryBytes about how many bytes of them it may hold in memory; more go to files
 * @param cancellation tells it to stop while it sorts and works with files, which takes long
 *     without a read
 */
record GatheringLimits(long memoryBytes, Cancellation cancellation) {
  // How often its memory a row may take: a merge holds a few, each then in no run of others.
  private static final int LARGEST_ROW = 2;

  /**
   * Refuses a row that the cursor could not hold beside others, as it must to compare them: files
   * do not help there.
   *
   * @param rowBytes about how many bytes of memory the row takes
   * @throws EngineException with {@code LIMIT_EXCEEDED} if it takes several times the memory there
   *     is
   */
  void requireRoom(long rowBytes) {
    if (rowBytes > Page.MOST_BYTES && rowBytes / LARGEST_ROW > memoryBytes) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "A row takes about "
              + MemoryLimit.inWords(rowBytes)
              + " of memory, and sorting and grouping compare rows in no more than "
              + MemoryLimit.inWords(memoryBytes)
              + ". Select fewer attributes, or start Java with a larger heap or a higher limit: -D"
              + MemoryLimit.OPERATOR.property()
              + "=MEGABYTES.");
    }
  }

  /** Limits of memory alone. */
  static GatheringLimits ofMemory(long bytes) {
    return new GatheringLimits(bytes, Cancellation.NEVER);
  }
}
