package io.partikey.jdbc;

import io.partikey.jdbc.type.SqlType;
import io.partikey.planner.api.ResultColumn;
import java.util.List;

/**
 * A column of a result as its metadata describe it.
 *
 * @param label its label: the alias, or the name
 * @param name the attribute that it shows, the label where it shows none
 * @param table the table of that attribute, empty where it shows none
 * @param type its SQL type
 * @param key whether it shows an attribute of the table's key, which is never null
 */
record ColumnInfo(String label, String name, String table, SqlType type, boolean key) {
  /** The columns of a statement's rows. */
  static List<ColumnInfo> of(List<ResultColumn> columns) {
    return columns.stream().map(ColumnInfo::of).toList();
  }

  private static ColumnInfo of(ResultColumn column) {
    return new ColumnInfo(
        column.label(),
        column.attribute().orElse(column.label()),
        column.attribute().flatMap(attribute -> column.table()).orElse(""),
        SqlType.of(column.types()),
        column.key());
  }

  /** A column that belongs to no table. */
  static ColumnInfo computed(String label, SqlType type) {
    return new ColumnInfo(label, label, "", type, false);
  }

  /** Whether the column shows an attribute of a table as it is. */
  boolean ofTable() {
    return !table.isEmpty();
  }
}
