package io.partikey.planner.execute;

import io.partikey.engine.backend.Cancellation;

/**
 * What bounds a cursor that gathers rows before it gives any.
 *
 * @param memoryBytes about how many bytes of them it may hold in memory; more go to files
 * @param cancellation tells it to stop while it sorts and works with files, which takes long
 *     without a read
 */
record GatheringLimits(long memoryBytes, Cancellation cancellation) {
  /** Limits of memory alone. */
  static GatheringLimits ofMemory(long bytes) {
    return new GatheringLimits(bytes, Cancellation.NEVER);
  }
}
