package io.partikey.engine.store.catalog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes that were observed in each table of a database. Thread-safe. */
public final class Observations {
  private final Map<Integer, ObservedAttributes> tables = new ConcurrentHashMap<>();

  /** The attributes of a table that is in the catalog. */
  public ObservedAttributes of(int tableId) {
    ObservedAttributes attributes = tables.get(tableId);
    if (attributes == null) {
      throw new IllegalStateException("no table has the id " + tableId);
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
