package io.partikey.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * SQLite with a log that is written ahead: {@code synchronous=FULL} where writes are durable,
 * {@code NORMAL} where not. Writers take turns by a lock, since they would sleep between tries
 * otherwise. A row is kept in the tree of its key as long as it is small, as SQLite advises.
 */
final class SqliteStore extends JdbcStore {
  private final Path file;
  private final boolean tuned;
  private final Lock writers = new ReentrantLock();

  /**
   * A store in a directory.
   *
   * @param tuned with 64 MB of cache instead of 2 MB, and files mapped into memory
   */
  SqliteStore(Path directory, boolean tuned) {
    this.file = directory.resolve("sqlite.db");
    this.tuned = tuned;
  }

  @Override
  Connection connect(boolean durable) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute(
        connection,
        List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = " + (durable ? "FULL" : "NORMAL"),
            "PRAGMA busy_timeout = 60000"));
    if (tuned) {
      execute(connection, List.of("PRAGMA cache_size = -65536", "PRAGMA mmap_size = 8589934592"));
    }
    return connection;
  }

  @Override
  List<String> definition(String table, Shape shape, Index index) {
    return PeerTables.definition(
        table, "TEXT", "INTEGER", shape == Shape.SMALL ? " WITHOUT ROWID" : "", index);
  }

  @Override
  String products() {
    return "CREATE TABLE Products (Product TEXT PRIMARY KEY, Name TEXT) WITHOUT ROWID";
  }

  @Override
  public Operation operation(Action action, boolean durable) throws Exception {
    Operation operation = super.operation(action, durable);
    if (!action.writes() || action.fillsATable()) {
      return operation;
    }
    return keys -> {
      writers.lock();
      try {
        return operation.run(keys);
      } finally {
        writers.unlock();
      }
    };
  }
}
