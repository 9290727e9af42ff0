package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NullValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
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
}
