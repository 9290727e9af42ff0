package io.partikey.engine.store.write;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.Heat;
import java.util.List;
import java.util.Objects;

/**
 * What the change of one entry of an index costs.
 *
 * @param index the index
 * @param key the key of the entry's row, shared
 * @param entry what the entry holds or held
 * @param units its write units
 */
@SuppressWarnings("ArrayRecordComponent")
public record EntryUnits(StoredIndex index, byte[] key, Item entry, double units) {
  /** The units as the writer of a table's item is told them. */
  ConsumedCapacity consumed(String table) {
    return ConsumedCapacity.write(table + "." + index.description().name(), units);
  }

  /** Adds the units to the heat of the partition of the index. */
  void warm(Heat heat) {
    List<AttributeValue> collection =
        index.description().key().partition().stream()
            .map(attribute -> Objects.requireNonNull(entry.get(attribute.name())))
            .toList();
    heat.add(index.keys().objectId(), KeyLayout.hash(key), collection, 0, units);
  }
}
