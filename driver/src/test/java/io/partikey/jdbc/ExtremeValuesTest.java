package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a million digits and values nested thousands of levels, wherever they come in. */
class ExtremeValuesTest {
  /** Many times what a refusal takes, and a small part of what a million digits would. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private static final String DIGITS = "7".repeat(1_000_000);

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:partikey:mem:");
    execute("CREATE TABLE Things (id STRING, PRIMARY KEY (id))");
    execute("INSERT INTO Things VALUE {'id': 'a', 'n': 1, 'l': [1, 2]}");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void execute(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  @Test
  void refusesNumbersOfMillionsOfDigitsAtOnce() throws SQLException {
    BigInteger digits = BigInteger.ONE.shiftLeft(20_000_000);
    List<Object> numbers =
        List.of(digits, digits.negate(), new BigDecimal(digits, 6_000_000), new BigDecimal(digits));
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT n FROM Things WHERE id = 'a' AND n = ?")) {
      for (Object number : numbers) {
        for (Setter setter :
            List.<Setter>of(
                () -> statement.setObject(1, number),
                () -> statement.setObject(1, number, Types.NUMERIC),
                () -> statement.setObject(1, List.of(number)))) {
          assertTimeoutPreemptively(
              BOUND,
              () ->
                  assertThatThrownBy(setter::set)
                      .isInstanceOfSatisfying(
                          SQLException.class,
                          refused -> assertThat(refused.getSQLState()).isEqualTo("22003")));
        }
      }
    }
  }

  private interface Setter {
    void set() throws SQLException;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT l[1e99999999999] FROM Things WHERE id = 'a'",
        "SELECT l[1e99999999999][0] FROM Things WHERE id = 'a'",
        "SELECT n FROM Things WHERE id = 'a' ORDER BY 1e99999999999",
        "SELECT n FROM Things WHERE id = 'a' GROUP BY 1e99999999999",
        "SELECT n FROM Things WHERE id = 'a' LIMIT 1e99999999999"
      })
  void namesAnExponentThatIsNone(String text) {
    assertThatThrownBy(() -> execute(text))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).startsWith("42"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT # FROM Things WHERE id = 'a'",
        "SELECT n FROM Things WHERE id = 'a' AND n = #",
        "SELECT n FROM Things WHERE id = 'a' AND n IN (1, -#)",
        "SELECT n FROM Things WHERE id = 'a' AND n = #e-1000000",
        "SELECT n FROM Things WHERE id = 'a' AND n = 0.#",
        "SELECT l[#] FROM Things WHERE id = 'a'",
        "SELECT n FROM Things WHERE id = 'a' ORDER BY #",
        "SELECT COUNT(*) FROM Things WHERE id = 'a' GROUP BY #",
        "SELECT n FROM Things WHERE id = 'a' LIMIT #",
        "SELECT CAST('#' AS NUMBER) FROM Things WHERE id = 'a'",
        "SELECT CAST('#' AS INTEGER) FROM Things WHERE id = 'a'",
        "SELECT CAST('[#]' AS LIST) FROM Things WHERE id = 'a'",
        "SELECT l[1e1000000000] FROM Things WHERE id = 'a'",
        "SELECT 1e1000000000 FROM Things WHERE id = 'a'",
        "INSERT INTO Things VALUE {'id': 'b', 'n': <<1, #>>}",
        "UPDATE Things SET n = n + # WHERE id = 'a'",
        "CREATE TABLE Others (id STRING, PRIMARY KEY (id)) WITH (partitions = #)",
      })
  void refusesALongNumberInAStatementAtOnce(String statement) {
    assertTimeoutPreemptively(
        BOUND,
        () ->
            assertThatThrownBy(
                    () -> {
                      try (Statement running = connection.createStatement()) {
                        if (running.execute(statement.replace("#", DIGITS))) {
                          running.getResultSet().next();
                        }
                      }
                    })
                .isInstanceOf(SQLException.class)
                .extracting(error -> ((SQLException) error).getSQLState())
                .isNotEqualTo("XX000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"getBigDecimal", "getLong", "getDouble"})
  void readsNoLongTextAsANumber(String getter) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ? AS t, ? AS e FROM Things WHERE id = 'a'")) {
      statement.setString(1, DIGITS);
      statement.setString(2, "1e1000000000");
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        for (String column : List.of("t", "e")) {
          assertTimeoutPreemptively(
              BOUND,
              () ->
                  assertThatThrownBy(
                          () -> ResultSet.class.getMethod(getter, String.class).invoke(row, column))
                      .hasCauseInstanceOf(SQLException.class));
        }
      }
    }
  }

  @Test
  void refusesALongNumberAsAParameterAtOnce() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE Things SET n = ? WHERE id = 'a'")) {
      assertTimeoutPreemptively(
          BOUND,
          () ->
              assertThatThrownBy(() -> statement.setObject(1, DIGITS, Types.NUMERIC))
                  .isInstanceOf(SQLException.class));
      assertThatThrownBy(() -> AttributeValue.fromJson("{\"N\":\"" + DIGITS + "\"}"))
          .hasMessageContaining("Number overflow");
    }
  }

  @Test
  void refusesAValueThatIsNestedTooDeepWhereverItIsBound() throws SQLException {
    AttributeValue nested = NullValue.NULL;
    for (int i = 0; i < 100_000; i++) {
      nested = new ListValue(List.of(nested));
    }
    AttributeValue deep = nested;
    String json = "[".repeat(100_000) + "]".repeat(100_000);
    for (String text :
        List.of(
            "UPDATE Things SET l = ? WHERE id = 'a'",
            "SELECT n FROM Things WHERE id = 'a' AND l = ?",
            "SELECT ? FROM Things WHERE id = 'a'",
            "INSERT INTO Things VALUE {'id': 'c', 'l': ?}")) {
      try (PreparedStatement statement = connection.prepareStatement(text)) {
        assertThatThrownBy(() -> statement.setObject(1, deep))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("54000"))
            .hasMessageContaining("up to 32 levels deep");
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE Things SET l = ? WHERE id = 'a'")) {
      statement.setString(1, json);
      assertThatThrownBy(statement::executeUpdate)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("up to 32 levels deep");
    }
    assertThatThrownBy(() -> execute("UPDATE Things SET l = " + json + " WHERE id = 'a'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("nested too deep");
  }

  @Test
  void joinsAndGetsLargeItemsInTheOrderAskedFor() throws SQLException {
    execute("CREATE TABLE Large (id STRING, PRIMARY KEY (id))");
    execute("CREATE TABLE Names (p STRING, s NUMBER, id STRING, PRIMARY KEY (p, s))");
    try (PreparedStatement large = connection.prepareStatement("INSERT INTO Large VALUE ?");
        PreparedStatement name = connection.prepareStatement("INSERT INTO Names VALUE ?")) {
      for (int i = 0; i < 40; i++) {
        large.setObject(1, Map.of("id", "i" + i, "v", "x".repeat(300_000) + i));
        large.execute();
        // Most ids come twice, some name nothing.
        name.setObject(
            1, Map.of("p", "p", "s", i, "id", "i" + (i * 7 % 25 + (i % 9 == 0 ? 90 : 0))));
        name.execute();
      }
    }
    List<String> joined = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT n.s, n.id, l.v FROM Names AS n LEFT JOIN Large AS l ON l.id = n.id"
                    + " WHERE n.p = 'p'")) {
      while (row.next()) {
        String value = row.getString(3);
        joined.add(
            row.getInt(1) + row.getString(2) + (value == null ? "" : value.substring(300_000)));
      }
    }
    for (int i = 0; i < 40; i++) {
      int id = i * 7 % 25 + (i % 9 == 0 ? 90 : 0);
      expected.add(i + "i" + id + (id < 40 ? id : ""));
    }
    assertThat(joined).isEqualTo(expected);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, v FROM Large WHERE id IN ('i9', 'i1', 'none', 'i7', 'i5', 'i3', 'i8', 'i2')")) {
      List<String> got = new ArrayList<>();
      while (row.next()) {
        got.add(row.getString(1));
      }
      assertThat(got).containsExactly("i1", "i2", "i3", "i5", "i7", "i8", "i9");
    }
  }
}
