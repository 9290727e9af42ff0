package io.partikey.engine.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key of a table or index: what chooses the item collection, and what orders the items in it.
 *
 * <p>A table and a local index have one partition attribute and at most one sort attribute; a
 * global index has one to four of the first and up to four of the second. Entries are ordered by
 * the sort attributes from left to right.
 *
 * @param partition the partition attributes, at least one
 * @param sort the sort attributes, empty where there are none
 */
public record KeySchema(List<KeyAttribute> partition, List<KeyAttribute> sort) {
  /** Most attributes on each side of a global index's key. */
  public static final int MAX_ATTRIBUTES_PER_SIDE = 4;

  public KeySchema {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
    if (partition.isEmpty()) {
      throw new IllegalArgumentException("a key has a partition attribute");
    }
  }

  /** The attributes of the key, partition first, in order. */
  public List<KeyAttribute> attributes() {
    return Stream.concat(partition.stream(), sort.stream()).toList();
  }

  /** The attribute of the key that has this name. */
  public Optional<KeyAttribute> find(String name) {
    return attributes().stream().filter(attribute -> attribute.name().equals(name)).findFirst();
  }

  /** Whether an attribute of this name is part of the key. */
  public boolean contains(String name) {
    return find(name).isPresent();
  }

  /** Whether either side has more than one attribute. */
  public boolean isMultiAttribute() {
    return partition.size() > 1 || sort.size() > 1;
  }
}
