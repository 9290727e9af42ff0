package io.partikey.engine.store;

import io.partikey.engine.store.partition.PartitionLimits;
import java.time.Clock;

/**
 * How an engine works.
 *
 * @param clock says when items expire, and what the last minute was
 * @param limits what partitions and item collections may hold and consume
 * @param clockwork whether expired items are removed and partitions split every second, and not
 *     only when asked to
 * @param betweenBatches what the building of an index does between two batches, when it holds no
 *     lock
 */
record EngineSettings(
    Clock clock, PartitionLimits limits, boolean clockwork, Runnable betweenBatches) {
  /** What connections use. */
  static final EngineSettings DEFAULT =
      new EngineSettings(Clock.systemUTC(), PartitionLimits.OF_SERVICE, true, () -> {});

  /** For tests that move the clock and do the work of the clockwork themselves. */
  static EngineSettings byHand(Clock clock) {
    return new EngineSettings(clock, PartitionLimits.OF_SERVICE, false, () -> {});
  }

  /** These with other limits. */
  EngineSettings with(PartitionLimits newLimits) {
    return new EngineSettings(clock, newLimits, clockwork, betweenBatches);
  }

  /** These with something that index builds do between batches. */
  EngineSettings withBetweenBatches(Runnable doing) {
    return new EngineSettings(clock, limits, clockwork, doing);
  }
}
