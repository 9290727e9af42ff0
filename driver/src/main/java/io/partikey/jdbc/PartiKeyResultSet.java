package io.partikey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A result set of PartiKey, for what JDBC has no word for; reached by {@link #unwrap}. */
public interface PartiKeyResultSet extends ResultSet {
  /**
   * Whether the current row has no value in a column at all, where a stored NULL is one.
   *
   * @param column the column, from 1
   * @throws SQLException if the result set is closed, not on a row, or has no such column
   */
  boolean isMissing(int column) throws SQLException;

  /**
   * Whether the current row has no value in a column at all, where a stored NULL is one.
   *
   * @param label the column's label
   * @throws SQLException if the result set is closed, not on a row, or has no such column
   */
  boolean isMissing(String label) throws SQLException;
}
