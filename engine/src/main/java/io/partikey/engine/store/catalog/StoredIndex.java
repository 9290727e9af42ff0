package io.partikey.engine.store.catalog;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An index as the store sees it: its description, its keys, its partitions and its projection. */
public final class StoredIndex {
  private final IndexDescription description;
  private final KeyLayout keys;
  private final PartitionMap partitions;
  private final Set<String> projected;

  StoredIndex(
      int objectId, IndexDescription description, PartitionMap partitions, KeySchema tableKey) {
    this.description = description;
    this.partitions = partitions;
    this.keys = KeyLayout.ofIndex(objectId, description.key(), tableKey);
    this.projected = new HashSet<>(description.projection().included());
    description.key().attributes().stream().map(KeyAttribute::name).forEach(projected::add);
    tableKey.attributes().stream().map(KeyAttribute::name).forEach(projected::add);
  }

  /** What the outside knows of the index. */
  public IndexDescription description() {
    return description;
  }

  /** The keys of its entries. */
  public KeyLayout keys() {
    return keys;
  }

  /** How its hash space is divided. */
  public PartitionMap partitions() {
    return partitions;
  }

  /** Whether its entries hold whole items. */
  public boolean projectsAll() {
    return description.projection().kind() == Projection.Kind.ALL;
  }

  /** What the entry of an item holds. */
  public Item project(Item item) {
    if (projectsAll()) {
      return item;
    }
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (projected.contains(name)) {
                attributes.put(name, value);
              }
            });
    return new Item(attributes);
  }

  StoredIndex with(PartitionMap divided, KeySchema tableKey) {
    return new StoredIndex(keys.objectId(), description, divided, tableKey);
  }

  StoredIndex with(IndexDescription changed, KeySchema tableKey) {
    return new StoredIndex(keys.objectId(), changed, partitions, tableKey);
  }
}
