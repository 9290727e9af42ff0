package io.partikey.engine.store.catalog;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.TableDescription;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The definitions at one moment. Immutable. */
public final class CatalogSnapshot {
  private final int nextObjectId;
  private final Map<String, StoredTable> tables;
  private final Catalog catalog;

  CatalogSnapshot(long version, int nextObjectId, Map<String, StoredTable> tables) {
    this.nextObjectId = nextObjectId;
    this.tables = Map.copyOf(tables);
    Map<String, TableDescription> descriptions = new LinkedHashMap<>();
    tables.forEach((name, table) -> descriptions.put(name, table.description()));
    this.catalog = Catalog.of(version, descriptions);
  }

  private CatalogSnapshot(Catalog catalog, int nextObjectId, Map<String, StoredTable> tables) {
    this.nextObjectId = nextObjectId;
    this.tables = Map.copyOf(tables);
    this.catalog = catalog;
  }

  /** The definitions as the outside sees them. */
  public Catalog asCatalog() {
    return catalog;
  }

  /** Grows with every change of a definition. */
  public long version() {
    return catalog.version();
  }

  /** All tables, in no order. */
  public Collection<StoredTable> tables() {
    return tables.values();
  }

  /**
   * The table of a name.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE} if there is none
   */
  public StoredTable table(String name) {
    StoredTable table = tables.get(name);
    if (table == null) {
      throw new EngineException(
          ErrorCode.UNKNOWN_TABLE,
          "Table \"" + name + "\" does not exist. SHOW TABLES lists those that do.");
    }
    return table;
  }

  /** The table of a name, null if there is none. */
  public @Nullable StoredTable find(String name) {
    return tables.get(name);
  }

  /**
   * Whether writes of some tables of another snapshot change the same rows by this one, so that
   * none of the tables was dropped and none of their indexes came or went.
   *
   * @param objectIds tables and indexes that are still to be there
   */
  public boolean hasSameRowsAs(CatalogSnapshot other, Set<String> names, Set<Integer> objectIds) {
    return version() == other.version()
        || (objectIds().containsAll(objectIds)
            && names.stream()
                .allMatch(
                    name -> {
                      StoredTable now = tables.get(name);
                      return now != null && now.hasSameRowsAs(other.table(name));
                    }));
  }

  /** The ids of all tables and indexes. */
  Set<Integer> objectIds() {
    Set<Integer> ids = new HashSet<>();
    for (StoredTable table : tables.values()) {
      ids.add(table.id());
      table.indexes().forEach(index -> ids.add(index.keys().objectId()));
    }
    return ids;
  }

  /** The id that the next table or index gets. */
  int nextObjectId() {
    return nextObjectId;
  }

  /** These definitions with a table added or changed. */
  CatalogSnapshot with(StoredTable table, int newNextObjectId) {
    return new CatalogSnapshot(version() + 1, newNextObjectId, changed(table));
  }

  /** These definitions without a table. */
  CatalogSnapshot without(String name) {
    Map<String, StoredTable> changed = new LinkedHashMap<>(tables);
    changed.remove(name);
    return new CatalogSnapshot(version() + 1, nextObjectId, changed);
  }

  /** These definitions, of the same version, with another progress of a building index. */
  CatalogSnapshot withProgress(StoredTable table) {
    return new CatalogSnapshot(version(), nextObjectId, changed(table));
  }

  /**
   * These definitions, and from outside the very same ones, with a table or index divided in
   * another way: no plan depends on that.
   */
  CatalogSnapshot withDivided(StoredTable table) {
    return new CatalogSnapshot(catalog, nextObjectId, changed(table));
  }

  private Map<String, StoredTable> changed(StoredTable table) {
    Map<String, StoredTable> changed = new LinkedHashMap<>(tables);
    changed.put(table.name(), table);
    return changed;
  }
}
