package io.partikey.engine.item;

import org.jspecify.annotations.Nullable;

/**
 * The primary key of an item, as values without names.
 *
 * @param partition the value of the partition key
 * @param sort the value of the sort key, null where the table has none
 */
public record ItemKey(AttributeValue partition, @Nullable AttributeValue sort) {
  /** The key of a table without a sort key. */
  public static ItemKey of(AttributeValue partition) {
    return new ItemKey(partition, null);
  }

  /** The key of a table with a sort key. */
  public static ItemKey of(AttributeValue partition, AttributeValue sort) {
    return new ItemKey(partition, sort);
  }
}
