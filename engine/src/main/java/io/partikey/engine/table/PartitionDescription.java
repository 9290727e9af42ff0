package io.partikey.engine.table;

import java.util.List;

/**
 * A partition: a range of the hash space, with what it holds and how much it is used.
 *
 * @param firstHash the first hash of the range, unsigned
 * @param lastHash the last hash of the range, unsigned, inclusive
 * @param items how many items it holds
 * @param bytes their bytes by DynamoDB's arithmetic
 * @param readUnits read units consumed in the last minute
 * @param writeUnits write units consumed in the last minute
 * @param hottestCollections partition key values by their share of the last minute's units, hottest
 *     first
 * @param verdict what this means, in words
 */
public record PartitionDescription(
    long firstHash,
    long lastHash,
    long items,
    long bytes,
    double readUnits,
    double writeUnits,
    List<String> hottestCollections,
    String verdict) {
  public PartitionDescription {
    hottestCollections = List.copyOf(hottestCollections);
  }
}
