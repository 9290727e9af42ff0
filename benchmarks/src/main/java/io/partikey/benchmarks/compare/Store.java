package io.partikey.benchmarks.compare;

import java.sql.SQLException;

/** A database in a directory, or what stands for one, opened. Closing it closes what it gave. */
interface Store extends AutoCloseable {
  /** Makes the tables in an empty database and fills them. */
  void fill(Orders orders, Index index) throws Exception;

  /**
   * An operation with a connection of its own, for one thread.
   *
   * @param durable whether a write is on disk when it returns; otherwise soon after it
   */
  Operation operation(Action action, boolean durable) throws Exception;

  @Override
  void close() throws SQLException;
}
