package io.partikey.jdbc;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.jdbc.type.SqlType;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StarColumns;
import java.sql.DatabaseMetaData;
import java.sql.PseudoColumnUsage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of tables as metadata report them: those of {@code SELECT *}, asked of the planner,
 * so that both lists are one.
 */
final class ColumnMetadata {
  private final Session session;

  ColumnMetadata(Session session) {
    this.session = session;
  }

  /** The columns that {@code SELECT *} has; no item is read. */
  private List<ResultColumn> columnsOf(TableDescription table) throws SQLException {
    return session.call(
        () ->
            StarColumns.of(
                table, session.backend().observedAttributes(table.name()), session.settings()));
  }

  /** The result of getColumns. */
  ResultSet columns(List<TableDescription> tables, @Nullable String columnPattern)
      throws SQLException {
    MetadataRows rows = new MetadataRows(MetadataShape.COLUMNS);
    NamePattern pattern = new NamePattern(columnPattern);
    for (TableDescription table : tables) {
      List<ResultColumn> columns = columnsOf(table);
      List<String> selected = pattern.select(columns.stream().map(ResultColumn::label).toList());
      for (int i = 0; i < columns.size(); i++) {
        if (selected.contains(columns.get(i).label())) {
          addColumn(rows, table, columns.get(i), i + 1);
        }
      }
    }
    return rows.toResultSet(session);
  }

  private static void addColumn(
      MetadataRows rows, TableDescription table, ResultColumn column, int position) {
    SqlType type = SqlType.of(column.types());
    rows.add(
        null,
        DriverInfo.SCHEMA,
        table.name(),
        column.label(),
        type.code(),
        type.name(),
        type.precision(),
        null,
        type.isNumeric() ? type.scale() : null,
        type.isNumeric() ? 10 : null,
        column.key() ? DatabaseMetaData.columnNoNulls : DatabaseMetaData.columnNullable,
        remarks(table, column),
        null,
        null,
        null,
        type.code() == Types.VARCHAR || type == SqlType.VARBINARY ? type.precision() : null,
        position,
        column.key() ? "NO" : "YES",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  private static String remarks(TableDescription table, ResultColumn column) {
    String name = column.label();
    if (table.partitionKey().name().equals(name)) {
      return "partition key";
    }
    if (table.key().contains(name)) {
      return "sort key";
    }
    String indexes =
        table.indexes().stream()
            .filter(index -> index.key().contains(name))
            .map(IndexDescription::name)
            .collect(Collectors.joining(", "));
    if (!indexes.isEmpty()) {
      return "key of index " + indexes;
    }
    if (name.equals(StarColumns.DOCUMENT_COLUMN)) {
      return "the whole item";
    }
    return isDeclared(table, name) ? "declared" : "observed: " + typeNames(column);
  }

  private static boolean isDeclared(TableDescription table, String name) {
    return table.declaredColumns().stream().map(DeclaredColumn::name).anyMatch(name::equals);
  }

  private static String typeNames(ResultColumn column) {
    return column.types().stream()
        .sorted()
        .map(AttributeType::name)
        .collect(Collectors.joining(", "));
  }

  /** The result of getBestRowIdentifier: the key of each table. */
  ResultSet rowIdentifier(List<TableDescription> tables) {
    MetadataRows rows = new MetadataRows(MetadataShape.ROW_IDENTIFIER);
    for (TableDescription table : tables) {
      table
          .key()
          .attributes()
          .forEach(
              attribute -> {
                SqlType type = SqlType.of(attribute.type());
                rows.add(
                    DatabaseMetaData.bestRowSession,
                    attribute.name(),
                    type.code(),
                    type.name(),
                    type.precision(),
                    null,
                    type.isNumeric() ? type.scale() : null,
                    DatabaseMetaData.bestRowNotPseudo);
              });
    }
    return rows.toResultSet(session);
  }

  /** The result of getPseudoColumns: the column with the whole item. */
  ResultSet pseudoColumns(List<TableDescription> tables, @Nullable String columnPattern) {
    MetadataRows rows = new MetadataRows(MetadataShape.PSEUDO_COLUMNS);
    if (new NamePattern(columnPattern).matches(StarColumns.DOCUMENT_COLUMN)) {
      for (TableDescription table : tables) {
        rows.add(
            null,
            DriverInfo.SCHEMA,
            table.name(),
            StarColumns.DOCUMENT_COLUMN,
            SqlType.JSON.code(),
            SqlType.JSON.precision(),
            null,
            null,
            PseudoColumnUsage.NO_USAGE_RESTRICTIONS.name(),
            "the whole item",
            SqlType.JSON.precision(),
            "NO");
      }
    }
    return rows.toResultSet(session);
  }
}
