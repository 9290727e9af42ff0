package io.partikey.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * H2 as it is without settings: a commit is on disk within half a second. It has no setting with
 * which every commit is, so that it does not take part where writes are durable.
 */
final class H2Store extends JdbcStore {
  private final Path file;

  H2Store(Path directory) {
    this.file = directory.resolve("h2");
  }

  @Override
  Connection connect(boolean durable) throws SQLException {
    if (durable) {
      throw new IllegalArgumentException("H2 has no durable commits");
    }
    return DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath());
  }

  @Override
  List<String> definition(String table, Shape shape, Index index) {
    return PeerTables.definition(table, "VARCHAR", "INT", "", index);
  }

  @Override
  String products() {
    return "CREATE TABLE Products (Product VARCHAR PRIMARY KEY, Name VARCHAR)";
  }
}
