package io.partikey.engine.store.partition;

/**
 * What a partition may hold and consume before it is split.
 *
 * @param bytes most bytes of its items
 * @param readsPerSecond most read units a second, over a minute
 * @param writesPerSecond most write units a second, over a minute
 */
public record PartitionLimits(long bytes, double readsPerSecond, double writesPerSecond) {
  /** The limits of the service: 10 GB, 3000 read units and 1000 write units a second. */
  public static final PartitionLimits OF_SERVICE = new PartitionLimits(10L << 30, 3000, 1000);
}
