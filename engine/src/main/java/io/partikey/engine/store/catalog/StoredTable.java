package io.partikey.engine.store.catalog;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.IndexDescription.IndexState;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as the store sees it: its description, its keys, its partitions and its indexes. */
public final class StoredTable {
  private final TableDescription description;
  private final KeyLayout keys;
  private final PartitionMap partitions;
  private final List<StoredIndex> indexes;

  /** A table whose description names exactly these indexes. */
  StoredTable(
      int objectId,
      TableDescription description,
      PartitionMap partitions,
      List<StoredIndex> indexes) {
    this.description =
        description.withIndexes(indexes.stream().map(StoredIndex::description).toList());
    this.keys = KeyLayout.ofTable(objectId, description.key());
    this.partitions = partitions;
    this.indexes = List.copyOf(indexes);
  }

  /** What the outside knows of the table. */
  public TableDescription description() {
    return description;
  }

  /** The name. */
  public String name() {
    return description.name();
  }

  /** The id, with which all keys of its items begin. */
  public int id() {
    return keys.objectId();
  }

  /** The keys of its items. */
  public KeyLayout keys() {
    return keys;
  }

  /** How its hash space is divided. */
  public PartitionMap partitions() {
    return partitions;
  }

  /** Its indexes, those that are being built included. */
  public List<StoredIndex> indexes() {
    return indexes;
  }

  /** Whether it has local indexes, so that its item collections have a greatest size. */
  public boolean hasLocalIndexes() {
    return indexes.stream().anyMatch(index -> index.description().kind() == IndexKind.LOCAL);
  }

  /** The index of a name. */
  public Optional<StoredIndex> findIndex(String name) {
    return indexes.stream().filter(index -> index.description().name().equals(name)).findFirst();
  }

  /**
   * The index of a name, if it may be read.
   *
   * @throws EngineException with {@code UNKNOWN_INDEX} if there is none or it is not complete
   */
  public StoredIndex readableIndex(String name) {
    StoredIndex index = findIndex(name).orElseThrow(() -> noIndex(name));
    if (!index.description().isActive()) {
      throw new EngineException(
          ErrorCode.UNKNOWN_INDEX, "Cannot read from backfilling global secondary index: " + name);
    }
    return index;
  }

  /** The error for an index that there is not. */
  static EngineException noIndex(String name) {
    return new EngineException(
        ErrorCode.UNKNOWN_INDEX, "The table does not have the specified index: " + name);
  }

  /** Whether a write changes the same rows by this definition as by another one. */
  boolean hasSameRowsAs(StoredTable other) {
    return id() == other.id() && indexStates().equals(other.indexStates());
  }

  private Map<Integer, IndexState> indexStates() {
    return indexes.stream()
        .collect(Collectors.toMap(index -> index.keys().objectId(), i -> i.description().state()));
  }

  StoredTable with(TableDescription changed) {
    return new StoredTable(id(), changed, partitions, indexes);
  }

  StoredTable withIndex(StoredIndex added) {
    return withIndexes(Stream.concat(indexes.stream(), Stream.of(added)).toList());
  }

  StoredTable withoutIndex(String name) {
    return withIndexes(
        indexes.stream().filter(index -> !index.description().name().equals(name)).toList());
  }

  StoredTable withChangedIndex(IndexDescription changed) {
    return withIndexes(
        indexes.stream()
            .map(
                index ->
                    index.description().name().equals(changed.name())
                        ? index.with(changed, description.key())
                        : index)
            .toList());
  }

  /** This table with itself or one of its indexes divided in another way. */
  StoredTable withDivided(int objectId, PartitionMap divided) {
    if (objectId == id()) {
      return new StoredTable(objectId, description, divided, indexes);
    }
    return withIndexes(
        indexes.stream()
            .map(
                index ->
                    index.keys().objectId() == objectId
                        ? index.with(divided, description.key())
                        : index)
            .toList());
  }

  /** Whether this is the table, or has the index, of an id. */
  boolean hasObject(int objectId) {
    return id() == objectId
        || indexes.stream().anyMatch(index -> index.keys().objectId() == objectId);
  }

  private StoredTable withIndexes(List<StoredIndex> changed) {
    return new StoredTable(id(), description, partitions, changed);
  }
}
