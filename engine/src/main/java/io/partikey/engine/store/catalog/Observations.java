package io.partikey.engine.store.catalog;

import io.partikey.engine.store.partition.Counts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes that were observed in each table of a database. Thread-safe. */
public final class Observations {
  private final Map<Integer, ObservedAttributes> tables = new ConcurrentHashMap<>();

  /**
   * The attributes of a table that was in the catalog.
   *
   * @throws io.partikey.engine.error.EngineException with {@code TRANSACTION_CONFLICT} if it was
   *     dropped meanwhile
   */
  public ObservedAttributes of(int tableId) {
    ObservedAttributes attributes = tables.get(tableId);
    if (attributes == null) {
      throw Counts.droppedMeanwhile();
    }
    return attributes;
  }

  void add(int tableId, ObservedAttributes attributes) {
    tables.put(tableId, attributes);
  }

  void drop(int tableId) {
    tables.remove(tableId);
  }
}
