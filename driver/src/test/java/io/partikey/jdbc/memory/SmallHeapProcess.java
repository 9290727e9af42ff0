package io.partikey.jdbc.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fills a table and runs statements that read all of it, some of which hold rows. Says on standard
 * output how each ended; whatever does not fit into the heap ends the process.
 */
final class SmallHeapProcess {
  private static final int BATCH = 1000;

  private final Connection connection;
  private final int items;

  private SmallHeapProcess(Connection connection, int items) {
    this.connection = connection;
    this.items = items;
  }

  /** Takes the path of a database that does not exist, and how many items to put into it. */
  public static void main(String[] arguments) throws SQLException, IOException {
    String url = "jdbc:partikey:file:" + arguments[0] + "?durability=periodic";
    try (Connection connection = DriverManager.getConnection(url)) {
      new SmallHeapProcess(connection, Integer.parseInt(arguments[1])).run();
    }
    peakOfMemory();
  }

  private void run() throws SQLException, IOException {
    fill();
    say("scan", count("SELECT /*+ ALLOW_SCAN */ * FROM Events"));
    say("order", sorted("SELECT v FROM Events WHERE pk = 'large' ORDER BY v"));
    leaveEarly("SELECT v, sk FROM Events WHERE pk = 'large' ORDER BY v, sk");
    leaveEarly("SELECT v, COUNT(*) AS n FROM Events WHERE pk = 'large' GROUP BY v");
    say("group", count("SELECT v, COUNT(*) AS n FROM Events WHERE pk = 'large' GROUP BY v"));
    say("distinct", count("SELECT DISTINCT v, text FROM Events WHERE pk = 'large'"));
    say(
        "union",
        count(
            "SELECT DISTINCT v FROM (SELECT v FROM Events WHERE pk = 'large' UNION ALL SELECT v FROM Events WHERE pk = 'large') AS twice"));
    say(
        "branches",
        count("SELECT sk FROM Events WHERE pk = 'large' AND sk >= 0 OR pk = 'large' AND v >= 0"));
    say("count", number("SELECT COUNT(DISTINCT v) FROM Events WHERE pk = 'large'"));
    fail("SELECT v FROM Events WHERE pk = 'large' ORDER BY 1 / (sk - " + (items - 2) + ")");
    fail("UPDATE Events SET text = 'changed' WHERE pk = 'large'");
    fail("DELETE FROM Events WHERE pk = 'large' RETURNING ALL OLD *");
    fail("INSERT INTO Copies SELECT * FROM Events WHERE pk = 'large'");
    say("left", count("SELECT sk FROM Events WHERE pk = 'large' AND text <> 'changed'"));
  }

  private void fill() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE Events (pk STRING, sk NUMBER, PRIMARY KEY (pk, sk))");
      statement.execute("CREATE TABLE Copies (pk STRING, sk NUMBER, PRIMARY KEY (pk, sk))");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO Events (pk, sk, v, text) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < items; i++) {
        insert.setString(1, i % 2 == 0 ? "large" : "p" + i % 1001);
        insert.setInt(2, i);
        // Two items of the large collection have each value.
        insert.setLong(3, i / 2 * 7919L % (items / 4));
        insert.setString(4, "text of an event");
        insert.addBatch();
        if (i % BATCH == BATCH - 1) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return readAll(rows);
    }
  }

  private static long readAll(ResultSet rows) throws SQLException {
    long count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private long sorted(String query) throws SQLException {
    long count = 0;
    long previous = -1;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        long value = rows.getLong(1);
        if (value < previous) {
          throw new IllegalStateException(value + " behind " + previous);
        }
        previous = value;
        count++;
      }
    }
    return count;
  }

  private void leaveEarly(String query) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      say("files while open", temporaryFiles() > 0 ? 1 : 0);
    }
    say("files", temporaryFiles());
  }

  private void fail(String text) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(text)) {
        readAll(statement.getResultSet());
      }
      throw new IllegalStateException("ran: " + text);
    } catch (SQLException expected) {
      say("failed with " + expected.getSQLState() + ", files", temporaryFiles());
    }
  }

  /** How many files of rows this process has open, or where that cannot be asked have a name. */
  private static long temporaryFiles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    Path asked = Files.exists(open) ? open : Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(asked)) {
      return files.filter(SmallHeapProcess::isOfRows).count();
    }
  }

  private static boolean isOfRows(Path file) {
    try {
      Path named = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : file;
      return named.toString().contains("partikey-sort-");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static void peakOfMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
    for (String line : lines) {
      if (line.startsWith("VmHWM:")) {
        say("peak megabytes", Long.parseLong(line.replaceAll("\\D", "")) / 1024);
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String what, long number) {
    System.out.println(what + " " + number);
  }
}
