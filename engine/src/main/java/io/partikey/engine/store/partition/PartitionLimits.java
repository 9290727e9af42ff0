package io.partikey.engine.store.partition;

/**
 * What a partition may hold and consume before it is split, and what an item collection may hold.
 *
 * @param bytes most bytes of a partition's items
 * @param readsPerSecond most read units a second, over a minute
 * @param writesPerSecond most write units a second, over a minute
 * @param collectionBytes most bytes of the items and local index entries of one partition key value
 *     in a table that has local indexes; in others there is no limit
 */
public record PartitionLimits(
    long bytes, double readsPerSecond, double writesPerSecond, long collectionBytes) {
  /** The limits of the service: 10 GB, 3000 read units and 1000 write units a second. */
  public static final PartitionLimits OF_SERVICE =
      new PartitionLimits(10L << 30, 3000, 1000, 10L << 30);

  /** These with another size of partitions. */
  public PartitionLimits withBytes(long newBytes) {
    return new PartitionLimits(newBytes, readsPerSecond, writesPerSecond, collectionBytes);
  }

  /** These with another size of item collections. */
  public PartitionLimits withCollectionBytes(long newBytes) {
    return new PartitionLimits(bytes, readsPerSecond, writesPerSecond, newBytes);
  }
}
