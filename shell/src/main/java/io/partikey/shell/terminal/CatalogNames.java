package io.partikey.shell.terminal;

import io.partikey.shell.session.Session;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The names of tables, of their indexes and of their attributes, as the catalog has them at the
 * moment. A name that cannot be read is one that is not offered: completion never fails.
 */
final class CatalogNames {
  private final Supplier<Session> session;

  CatalogNames(Supplier<Session> session) {
    this.session = session;
  }

  /** The tables. */
  List<String> tables() {
    return read(
        metaData -> metaData.getTables(null, null, "%", new String[] {"TABLE"}), "TABLE_NAME");
  }

  /** The indexes of a table. */
  List<String> indexes(String table) {
    List<String> key = read(metaData -> metaData.getPrimaryKeys(null, null, table), "PK_NAME");
    return read(metaData -> metaData.getIndexInfo(null, null, table, false, true), "INDEX_NAME")
        .stream()
        .filter(name -> !key.contains(name))
        .toList();
  }

  /** The attributes of tables, each once. */
  List<String> attributes(Stream<String> tables) {
    return tables
        .flatMap(
            table ->
                read(metaData -> metaData.getColumns(null, null, table, "%"), "COLUMN_NAME")
                    .stream())
        .distinct()
        .toList();
  }

  private List<String> read(Reading reading, String column) {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = reading.from(session.get().connection().getMetaData())) {
      while (rows.next()) {
        String name = rows.getString(column);
        if (name != null && !names.contains(name)) {
          names.add(name);
        }
      }
    } catch (SQLException unavailable) {
      return List.of();
    }
    return names;
  }

  private interface Reading {
    ResultSet from(DatabaseMetaData metaData) throws SQLException;
  }
}
