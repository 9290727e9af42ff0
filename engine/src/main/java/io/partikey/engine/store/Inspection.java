package io.partikey.engine.store;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.CollectionEstimate;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.partition.ObjectCounts;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/** What can be told of tables beyond their definitions. Thread-safe. */
final class Inspection {
  private final RowStore store;
  private final Definitions definitions;
  private final Heat heat;
  private final CollectionEstimate collections = new CollectionEstimate();

  Inspection(RowStore store, Definitions definitions, Heat heat) {
    this.store = store;
    this.definitions = definitions;
    this.heat = heat;
  }

  /** Exact counts of a table and its indexes. */
  TableStatistics statistics(String tableName) {
    return of(
        tableName,
        table -> {
          Map<String, TableStatistics.Counts> ofIndexes = new LinkedHashMap<>();
          for (StoredIndex index : table.indexes()) {
            ofIndexes.put(index.description().name(), counts(index.keys()));
          }
          return new TableStatistics(counts(table.keys()), ofIndexes);
        });
  }

  private TableStatistics.Counts counts(KeyLayout keys) {
    ObjectCounts counts = definitions.counts().of(keys.objectId());
    return counts.statistics(collections.collections(keys, counts.items(), store.latest()));
  }

  /** The attributes stored in a table so far, in the order first seen. */
  List<ObservedAttribute> observedAttributes(String tableName) {
    return of(tableName, table -> definitions.observations().of(table.id()).list());
  }

  /** The types that an attribute's values have had so far. */
  Set<AttributeType> observedTypes(String tableName, String attribute) {
    return of(tableName, table -> definitions.observations().of(table.id()).types(attribute));
  }

  /** The partitions of a table and then of its indexes, each in the order of their hashes. */
  List<PartitionDescription> partitions(String tableName) {
    return of(
        tableName,
        table -> {
          List<PartitionDescription> all = new ArrayList<>(heat.describe(table.id(), null));
          for (StoredIndex index : table.indexes()) {
            all.addAll(heat.describe(index.keys().objectId(), index.description().name()));
          }
          return all;
        });
  }

  private <T> T of(String tableName, Function<StoredTable, T> look) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      return look.apply(definitions.current().table(tableName));
    } finally {
      shared.unlock();
    }
  }
}
