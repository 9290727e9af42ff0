package io.partikey.jdbc.memory;

import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import io.partikey.jdbc.DatabaseCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A process of little heap that runs every form of statement over items of nearly 400 KB of one
 * shape, and says what became of each: how many rows, or the SQLState.
 */
public final class LargeItemsProcess {
  private static final int BYTES = 390_000;

  private final Connection connection;
  private final String url;
  private final int items;
  private final Shape shape;

  /** What an item has its bytes of. */
  enum Shape {
    TEXT {
      @Override
      AttributeValue value(int number) {
        return new StringValue("y".repeat(BYTES - 10) + number);
      }
    },
    BINARY {
      @Override
      AttributeValue value(int number) {
        byte[] bytes = new byte[BYTES];
        bytes[0] = (byte) number;
        return BinaryValue.copyOf(bytes);
      }
    },
    NUMBERS {
      @Override
      AttributeValue value(int number) {
        return new ListValue(
            IntStream.range(0, BYTES / 3)
                .<AttributeValue>mapToObj(i -> NumberValue.of(i == 0 ? number : i % 90 + 10))
                .toList());
      }
    },
    TEXTS {
      @Override
      AttributeValue value(int number) {
        return new ListValue(
            IntStream.range(0, BYTES / 2 - 10)
                .<AttributeValue>mapToObj(i -> new StringValue(i == 0 ? "" + number : "x"))
                .toList());
      }
    },
    MEMBERS {
      @Override
      AttributeValue value(int number) {
        Map<String, AttributeValue> members = new LinkedHashMap<>();
        for (int i = 0; i < BYTES / 9; i++) {
          members.put("m" + i, NumberValue.of(i == 0 ? number : i % 9 + 1));
        }
        return new MapValue(members);
      }
    },
    SET {
      @Override
      AttributeValue value(int number) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < BYTES / 6; i++) {
          elements.add(Integer.toString(number * 1000 + i, 36));
        }
        return StringSetValue.of(elements);
      }
    };

    abstract AttributeValue value(int number);
  }

  private LargeItemsProcess(String database, Shape shape, int items) throws SQLException {
    this.url = "jdbc:partikey:file:" + database + "?scan=allow&durability=periodic";
    this.connection = DriverManager.getConnection(url);
    this.shape = shape;
    this.items = items;
  }

  /**
   * Runs.
   *
   * @param arguments a directory, a shape, how many items
   */
  public static void main(String[] arguments) throws Exception {
    LargeItemsProcess process =
        new LargeItemsProcess(
            arguments[0], Shape.valueOf(arguments[1]), Integer.parseInt(arguments[2]));
    process.fill();
    process.run();
    process.connection.close();
  }

  private void fill() throws SQLException {
    execute(
        "CREATE TABLE big (p STRING, s NUMBER, q STRING, PRIMARY KEY (p, s), GLOBAL INDEX ByQ (q) KEYS ONLY)");
    execute("CREATE TABLE other (p STRING, s NUMBER, PRIMARY KEY (p, s))");
    try (PreparedStatement put =
        connection.prepareStatement("REPLACE INTO big VALUE {'p': ?, 's': ?, 'q': 'q', 'v': ?}")) {
      for (int i = 0; i < items; i++) {
        // Half of the items in one collection, the others each in one of its own.
        put.setString(1, i % 2 == 0 ? "b" : "c" + i);
        put.setInt(2, i);
        put.setObject(3, shape.value(i));
        put.execute();
      }
    }
  }

  private void run() throws SQLException {
    String odd =
        IntStream.range(0, items)
            .filter(i -> i % 2 == 1)
            .mapToObj(i -> "'c" + i + "'")
            .collect(Collectors.joining(", "));
    String even =
        IntStream.range(0, items)
            .filter(i -> i % 2 == 0)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    say("collection", "SELECT * FROM big WHERE p = 'b'");
    say("scan", "SELECT * FROM big");
    say("filtered scan", "SELECT * FROM big WHERE attribute_exists(v) AND s >= 0");
    say("order", "SELECT s, v FROM big WHERE p = 'b' ORDER BY v DESC");
    say("first", "SELECT s, v FROM big ORDER BY v LIMIT 5");
    say("distinct", "SELECT DISTINCT v FROM big");
    say("groups", "SELECT v, COUNT(*) FROM big GROUP BY v");
    say("distinct in groups", "SELECT p, COUNT(DISTINCT v), MAX(v), MIN(v) FROM big GROUP BY p");
    say("keys in a list", "SELECT * FROM big WHERE p = 'b' AND s IN (" + even + ")");
    say("concatenated collections", "SELECT * FROM big WHERE p IN (" + odd + ")");
    say("merged collections", "SELECT * FROM big WHERE p IN (" + odd + ") ORDER BY s");
    say("fetch behind an index", "SELECT * FROM big.ByQ WHERE q = 'q'");
    say("lookup", "SELECT a.s, a.v, b.v FROM big AS a JOIN big AS b ON a.p = b.p AND a.s = b.s");
    say(
        "sorted lookup",
        "SELECT a.s, a.v, b.v FROM big AS a JOIN big AS b ON a.p = b.p AND a.s = b.s"
            + " WHERE a.p = 'b' ORDER BY a.v, b.v");
    say(
        "query lookup",
        "SELECT a.s, b.s, b.v FROM big AS a JOIN big AS b ON a.p = b.p WHERE a.s < 4 AND a.p = 'b'");
    say(
        "semi lookup",
        "SELECT a.s, a.v FROM big AS a WHERE EXISTS"
            + " (SELECT 1 FROM big AS b WHERE a.p = b.p AND a.s = b.s)");
    say("union", "SELECT v FROM big WHERE p = 'b' UNION ALL SELECT v FROM big");
    say("joined text", "SELECT CAST(v AS STRING) || CAST(v AS STRING) FROM big WHERE p = 'b'");
    String text = "CAST(v AS STRING)";
    say("replaced text", "SELECT REPLACE(" + text + ", '1', " + text + ") FROM big WHERE p = 'b'");
    say("text of many", "SELECT " + (text + " || ").repeat(200) + "'' FROM big WHERE p = 'b'");
    say("long list", "SELECT s FROM big WHERE p = 'b' AND s IN (" + numbers(20_000) + ")");
    say("longer list", "SELECT s FROM big WHERE p = 'b' AND s IN (" + numbers(200_000) + ")");
    say("update", "UPDATE big SET z = 1 WHERE p = 'b'");
    say("update and return", "UPDATE big SET z = 1 WHERE p = 'b' RETURNING ALL NEW *");
    say("delete and return", "DELETE FROM big WHERE p = 'b' RETURNING ALL OLD *");
    say("insert", "INSERT INTO other SELECT * FROM big");
    say("index build", "CREATE INDEX ByS ON big (s)");
    say("index", "SELECT * FROM big.ByS WHERE s IN (1, 2)");
    batch();
    conflict();
    say("delete", "DELETE FROM big WHERE p = 'b'");
    System.out.println("check " + connection.unwrap(DatabaseCheck.class).check(CheckProgress.NONE));
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /** Adds to a batch until it is full, and executes it. */
  private void batch() throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement("REPLACE INTO other VALUE {'p': 'x', 's': ?, 'v': ?}")) {
      int added = 0;
      try {
        while (added < 10_000) {
          put.setInt(1, added);
          put.setObject(2, shape.value(added));
          put.addBatch();
          added++;
        }
      } catch (SQLException full) {
        System.out.println("batch " + full.getSQLState());
      }
      System.out.println("batch executed " + (put.executeBatch().length == added));
    }
  }

  /** Reads all in a transaction that loses against another one. */
  private void conflict() throws SQLException {
    connection.setAutoCommit(false);
    try (Connection rival = DriverManager.getConnection(url);
        Statement other = rival.createStatement()) {
      for (int i = 0; i < items; i += 2) {
        try (Statement read = connection.createStatement();
            ResultSet row = read.executeQuery("SELECT v FROM big WHERE p = 'b' AND s = " + i)) {
          row.next();
        }
      }
      execute("REPLACE INTO other VALUE {'p': 'y', 's': 1}");
      other.execute("UPDATE big SET w = 1 WHERE p = 'b' AND s = " + (items - 2 + items % 2));
      connection.commit();
      System.out.println("conflict unseen");
    } catch (SQLException lost) {
      System.out.println("conflict " + lost.getSQLState());
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void execute(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private void say(String name, String text) {
    System.out.println(name + " " + outcome(text));
  }

  private String outcome(String text) {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(text)) {
        return "changed " + statement.getUpdateCount();
      }
      int rows = 0;
      try (ResultSet result = statement.getResultSet()) {
        while (result.next()) {
          result.getObject(1);
          rows++;
        }
      }
      return Integer.toString(rows);
    } catch (SQLException refused) {
      String message = String.valueOf(refused.getMessage());
      boolean tooMuch =
          refused.getSQLState().equals("54000") || message.contains("the statement is too long");
      return refused.getSQLState() + (tooMuch ? "" : " " + message);
    } catch (OutOfMemoryError outOfMemory) {
      return outOfMemory.toString();
    }
  }
}
