package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement of PartiKey, for what JDBC has no word for; reached by {@link #unwrap}. */
public interface PartiKeyStatement extends Statement {
  /**
   * The capacity units that the last execution consumed; while its rows are being read, those
   * consumed so far. Nothing before the first execution.
   *
   * @throws SQLException if the statement is closed
   */
  ConsumedCapacity consumedCapacity() throws SQLException;

  /**
   * How many items the last execution read, those that no row shows included; while its rows are
   * being read, those read so far. 0 for statements that return no rows.
   *
   * @throws SQLException if the statement is closed
   */
  long itemsRead() throws SQLException;
}
