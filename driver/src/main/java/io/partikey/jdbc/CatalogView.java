package io.partikey.jdbc;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.table.TableDescription;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables as metadata calls ask for them: there are no catalogs, and every table is in one
 * schema. A null says nothing, an empty catalog is what every table has, an empty schema none.
 */
final class CatalogView {
  private final Session session;

  CatalogView(Session session) {
    this.session = session;
  }

  private Map<String, TableDescription> all() throws SQLException {
    Catalog catalog = session.call(() -> session.backend().catalog());
    return catalog.tables();
  }

  /** The tables that match, sorted by name. */
  List<TableDescription> matching(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tablePattern)
      throws SQLException {
    Map<String, TableDescription> tables = all();
    if (!isOurs(catalog, schemaPattern)) {
      return List.of();
    }
    return new NamePattern(tablePattern).select(tables.keySet()).stream().map(tables::get).toList();
  }

  /** The table of a name; all of them for a null. */
  List<TableDescription> named(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    Map<String, TableDescription> tables = all();
    if (!isOurs(catalog, schema)) {
      return List.of();
    }
    return tables.values().stream()
        .filter(description -> table == null || description.name().equals(table))
        .toList();
  }

  /** Whether the only schema is among those asked for. */
  static boolean isOurs(@Nullable String catalog, @Nullable String schemaPattern) {
    return (catalog == null || catalog.isEmpty())
        && new NamePattern(schemaPattern).matches(DriverInfo.SCHEMA);
  }
}
