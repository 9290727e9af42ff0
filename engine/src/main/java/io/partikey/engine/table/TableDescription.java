package io.partikey.engine.table;

import java.util.List;
import java.util.Optional;

/**
 * A table: its key, its indexes, and what was declared of it.
 *
 * @param name the table's name, case-sensitive
 * @param key its primary key
 * @param indexes its indexes in the order of their creation
 * @param declaredColumns attributes named by DDL, key attributes included, in that order
 * @param timeToLive the attribute that holds an item's time of expiry in epoch seconds
 * @param initialPartitions how many partitions the table was created with
 */
public record TableDescription(
    String name,
    KeySchema key,
    List<IndexDescription> indexes,
    List<DeclaredColumn> declaredColumns,
    Optional<String> timeToLive,
    int initialPartitions) {
  public TableDescription {
    indexes = List.copyOf(indexes);
    declaredColumns = List.copyOf(declaredColumns);
    if (key.isMultiAttribute()) {
      throw new IllegalArgumentException("a table's key has one attribute on each side");
    }
  }

  /** The attribute of the partition key. */
  public KeyAttribute partitionKey() {
    return key.partition().get(0);
  }

  /** The attribute of the sort key, if the table has one. */
  public Optional<KeyAttribute> sortKey() {
    return key.sort().stream().findFirst();
  }

  /** The index of this name. */
  public Optional<IndexDescription> index(String indexName) {
    return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
  }

  /** Whether the table has a local index, which bounds the size of its item collections. */
  public boolean hasLocalIndex() {
    return indexes.stream().anyMatch(i -> i.kind() == IndexDescription.IndexKind.LOCAL);
  }

  /** This table with other indexes. */
  public TableDescription withIndexes(List<IndexDescription> newIndexes) {
    return new TableDescription(
        name, key, newIndexes, declaredColumns, timeToLive, initialPartitions);
  }
}
