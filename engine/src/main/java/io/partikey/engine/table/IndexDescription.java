package io.partikey.engine.table;

import io.partikey.engine.table.Projection.Kind;

/**
 * A secondary index of a table.
 *
 * @param name the index's name, unique in its table
 * @param kind global, or local to the table's partition key
 * @param key the index's own key
 * @param projection what its entries hold
 * @param state whether it may be read yet
 * @param progress how much of a building index is built, 0 to 1; 1 when active
 */
public record IndexDescription(
    String name,
    IndexKind kind,
    KeySchema key,
    Projection projection,
    IndexState state,
    double progress) {

  /** Global: own partition key. Local: the table's partition key and another sort key. */
  public enum IndexKind {
    GLOBAL,
    LOCAL
  }

  /** Building: kept up to date by writes, not yet complete. Active: may be read. */
  public enum IndexState {
    BUILDING,
    ACTIVE,
    DROPPING
  }

  /** An index that is complete. */
  public static IndexDescription active(
      String name, IndexKind kind, KeySchema key, Projection projection) {
    return new IndexDescription(name, kind, key, projection, IndexState.ACTIVE, 1);
  }

  /** Whether the index may be read. */
  public boolean isActive() {
    return state == IndexState.ACTIVE;
  }

  /** Whether an entry of this index holds an attribute, given the key of its table. */
  public boolean projects(String attribute, KeySchema tableKey) {
    return projection.kind() == Kind.ALL
        || key.contains(attribute)
        || tableKey.contains(attribute)
        || projection.included().contains(attribute);
  }
}
