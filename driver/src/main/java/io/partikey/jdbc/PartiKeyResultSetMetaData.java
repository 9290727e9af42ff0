package io.partikey.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of a result's columns, fixed when its statement was executed or prepared. */
final class PartiKeyResultSetMetaData implements ResultSetMetaData {
  private final List<ColumnInfo> columns;

  PartiKeyResultSetMetaData(List<ColumnInfo> columns) {
    this.columns = columns;
  }

  private ColumnInfo column(int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw SqlExceptions.invalidArgument(
          "There is no column " + column + "; the result has " + columns.size() + " columns");
    }
    return columns.get(column - 1);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).label();
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return column(column).table();
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return column(column).ofTable() ? DriverInfo.SCHEMA : "";
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return column(column).type().code();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return column(column).type().name();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return column(column).type().javaClass().getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return column(column).type().precision();
  }

  @Override
  public int getScale(int column) throws SQLException {
    return column(column).type().scale();
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return column(column).type().displaySize();
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return column(column).key() ? columnNoNulls : columnNullable;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return column(column).type().isNumeric();
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return column(column).type().isText();
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    return !column(column).ofTable();
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    return column(column).ofTable();
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return Unwrapping.isWrapper(this, type);
  }
}
