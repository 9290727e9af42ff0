package io.partikey.engine.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partition of a table or index: a range of the hash space, with what it holds and how much it is
 * used.
 *
 * @param index the name of the index, null for a partition of the table itself
 * @param firstHash the first hash of the range, unsigned
 * @param lastHash the last hash of the range, unsigned, inclusive
 * @param items how many items or entries it holds
 * @param bytes their bytes by DynamoDB's arithmetic
 * @param readUnits read units consumed in the last minute
 * @param writeUnits write units consumed in the last minute
 * @param hottestCollections the item collections that consumed most of them, hottest first
 * @param verdict what this means, in words
 */
public record PartitionDescription(
    @Nullable String index,
    long firstHash,
    long lastHash,
    long items,
    long bytes,
    double readUnits,
    double writeUnits,
    List<CollectionHeat> hottestCollections,
    String verdict) {
  public PartitionDescription {
    hottestCollections = List.copyOf(hottestCollections);
  }
}
