package io.partikey.jdbc;

import io.partikey.grammar.NearestName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result by label: exactly first, because attributes may differ in case only, then
 * without regard to case. Of columns with one label the first counts.
 */
final class ColumnLabels {
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<ColumnInfo> columns;

  ColumnLabels(List<ColumnInfo> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      exact.putIfAbsent(columns.get(i).label(), i + 1);
      anyCase.putIfAbsent(columns.get(i).label(), i + 1);
    }
  }

  /** The column of a label, from 1. */
  int find(@Nullable String label) throws SQLException {
    if (label == null) {
      throw SqlExceptions.invalidArgument("A column's label is not null");
    }
    @Nullable Integer column = exact.get(label);
    if (column == null) {
      column = anyCase.get(label);
    }
    if (column == null) {
      throw SqlExceptions.unknownColumn(
          "There is no column '" + label + "' in the result" + nearest(label));
    }
    return column;
  }

  private String nearest(String label) {
    return columns.isEmpty()
        ? ", which has no columns"
        : "; the nearest one is '" + NearestName.of(label, exact.keySet()) + "'";
  }
}
