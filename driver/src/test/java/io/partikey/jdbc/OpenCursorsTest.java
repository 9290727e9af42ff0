package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Result sets that are read to the half hold nobody up, and see what was there when they began. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpenCursorsTest {
  private static final int ITEMS = 3000;

  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM Events WHERE pk = 'a'",
          "SELECT * FROM Events WHERE pk = 'a' ORDER BY sk DESC",
          "SELECT * FROM Events WHERE pk = 'a' ORDER BY v",
          "SELECT DISTINCT v FROM Events WHERE pk = 'a'",
          "SELECT v, COUNT(*) AS n FROM Events WHERE pk = 'a' GROUP BY v",
          "SELECT /*+ ALLOW_SCAN */ * FROM Events",
          "SELECT * FROM Events.ByGroup WHERE g = 'g1'",
          "SELECT e.sk, f.v FROM Events e JOIN Events f ON f.pk = e.pk AND f.sk = e.v"
              + " WHERE e.pk = 'a'");

  private final String url;

  OpenCursorsTest(@TempDir Path directory) {
    url = "jdbc:partikey:file:" + directory.resolve("db") + "?durability=periodic";
  }

  @Test
  void holdUpNoWriteDefinitionOrCloseAndSeeTheirMoment() throws SQLException {
    try (Connection reader = DriverManager.getConnection(url)) {
      List<Integer> expected;
      List<ResultSet> open;
      try (Connection writer = DriverManager.getConnection(url);
          Statement statement = writer.createStatement()) {
        fill(writer);
        expected = counts(reader);
        open = halfRead(reader);
        assertThat(statement.executeUpdate("UPDATE Events SET v = -1 WHERE pk = 'a'"))
            .isEqualTo(ITEMS);
        assertThat(statement.executeUpdate("DELETE FROM Events WHERE pk = 'a' AND sk < 1000"))
            .isEqualTo(1000);
        statement.executeUpdate("INSERT INTO Events VALUE {'pk': 'a', 'sk': -1, 'g': 'g1'}");
        statement.execute("CREATE INDEX ByValue ON Events (v)");
        statement.execute("DROP INDEX ByGroup ON Events");
        statement.execute("CREATE TABLE Others (id STRING, PRIMARY KEY (id))");
        statement.execute("DROP TABLE Events");
      }
      for (int i = 0; i < QUERIES.size(); i++) {
        assertThat(1 + rest(open.get(i))).as(QUERIES.get(i)).isEqualTo(expected.get(i));
      }
    }
  }

  @Test
  void holdUpATransactionNeither() throws SQLException {
    try (Connection reader = DriverManager.getConnection(url);
        Connection writer = DriverManager.getConnection(url)) {
      fill(writer);
      reader.setAutoCommit(false);
      List<ResultSet> open = halfRead(reader);
      try (Statement statement = writer.createStatement()) {
        statement.execute("DROP TABLE Events");
      }
      reader.rollback();
      for (ResultSet rows : open) {
        assertThat(rows.isClosed()).isTrue();
      }
    }
  }

  @Test
  void endWithTheirConnectionAndWithTheDatabase() throws SQLException {
    Connection reader = DriverManager.getConnection(url);
    try (Connection writer = DriverManager.getConnection(url)) {
      fill(writer);
      List<ResultSet> ofReader = halfRead(reader);
      List<ResultSet> ofWriter = halfRead(writer);
      reader.close();
      for (ResultSet rows : ofReader) {
        assertThat(rows.isClosed()).isTrue();
      }
      try (Connection third = DriverManager.getConnection(url);
          Statement statement = third.createStatement()) {
        statement.execute("SHUTDOWN");
      }
      assertThatThrownBy(() -> rest(ofWriter.get(0)))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
      for (ResultSet rows : ofWriter) {
        rows.close();
      }
    }
    try (Connection again = DriverManager.getConnection(url)) {
      assertThat(counts(again).get(0)).isEqualTo(ITEMS);
    }
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE Events (pk STRING, sk NUMBER, g STRING, v NUMBER, PRIMARY KEY (pk, sk),"
              + " GLOBAL INDEX ByGroup (g, sk))");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO Events (pk, sk, v, g) VALUES ('a', ?, ?, ?)")) {
      for (int i = 0; i < ITEMS; i++) {
        insert.setInt(1, i);
        insert.setInt(2, i / 2);
        insert.setString(3, "g" + i % 3);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** The results of all queries, each with its first row read and its statement left open. */
  private static List<ResultSet> halfRead(Connection connection) throws SQLException {
    List<ResultSet> open = new ArrayList<>();
    for (String query : QUERIES) {
      ResultSet rows = connection.createStatement().executeQuery(query);
      assertThat(rows.next()).as(query).isTrue();
      open.add(rows);
    }
    return open;
  }

  private static List<Integer> counts(Connection connection) throws SQLException {
    List<Integer> counts = new ArrayList<>();
    for (String query : QUERIES) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        counts.add(rest(rows));
      }
    }
    return counts;
  }

  private static int rest(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }
}
