package io.partikey.shell.transfer;

import io.partikey.shell.session.ShellException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a loader must know of a table.
 *
 * @param name its name
 * @param key the attributes of its primary key
 * @param types the types of the attributes that are known of it
 */
record TableShape(String name, List<String> key, Map<String, FieldType> types) {
  TableShape {
    key = List.copyOf(key);
    types = Map.copyOf(types);
  }

  /**
   * Reads it from the catalog.
   *
   * @throws ShellException if there is no such table
   */
  static TableShape read(Connection connection, String name) throws SQLException, ShellException {
    DatabaseMetaData metaData = connection.getMetaData();
    List<String> key = new ArrayList<>();
    try (ResultSet keys = metaData.getPrimaryKeys(null, null, name)) {
      while (keys.next()) {
        key.add(keys.getString("COLUMN_NAME"));
      }
    }
    if (key.isEmpty()) {
      throw new ShellException(
          "There is no table \"" + name + "\". Create it first; \\d lists the tables there are.");
    }
    Map<String, FieldType> types = new LinkedHashMap<>();
    try (ResultSet columns = metaData.getColumns(null, null, escaped(metaData, name), "%")) {
      while (columns.next()) {
        types.put(columns.getString("COLUMN_NAME"), type(columns));
      }
    }
    return new TableShape(name, key, types);
  }

  private static String escaped(DatabaseMetaData metaData, String name) throws SQLException {
    String escape = metaData.getSearchStringEscape();
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  private static FieldType type(ResultSet columns) throws SQLException {
    return switch (columns.getInt("DATA_TYPE")) {
      case Types.DECIMAL, Types.NUMERIC -> FieldType.NUMBER;
      case Types.BOOLEAN -> FieldType.BOOLEAN;
      case Types.VARBINARY -> FieldType.BINARY;
      default ->
          "JSON".equals(columns.getString("TYPE_NAME"))
              ? FieldType.DOCUMENT_OR_STRING
              : FieldType.STRING;
    };
  }
}
