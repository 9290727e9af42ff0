package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Behaviours 1 to 8: without these no tool gets as far as showing a table. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(60)
class FirstBehavioursIT {
  private static final int MOST_TURNS = 10;

  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    connection = Tool.airline("?scan=bounded");
    metaData = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  @Order(1)
  void resultsEndProperlyWhateverTheStatement() throws SQLException {
    assertThat(resultsOf("SELECT * FROM Seats_2026 LIMIT 10")).containsExactly("3 rows");
    assertThat(resultsOf("SELECT * FROM Seats_2026 WHERE Flight = 'no'")).containsExactly("0 rows");
    assertThat(resultsOf("SELECT * FROM Empty WHERE ( 0 = 1 )")).containsExactly("0 rows");
    assertThat(resultsOf("EXPLAIN SELECT * FROM Empty WHERE id = 'a'")).hasSize(1);
    assertThat(resultsOf("SHOW TABLES")).containsExactly("3 rows");
    assertThat(resultsOf("INSERT INTO Empty (id) VALUES ('a')")).containsExactly("count 1");
    assertThat(resultsOf("UPDATE Empty SET n = 1 WHERE id = 'no'")).containsExactly("count 0");
    assertThat(resultsOf("DELETE FROM Empty WHERE id = 'a'")).containsExactly("count 1");
    assertThat(resultsOf("CREATE TABLE New (id STRING, PRIMARY KEY (id))"))
        .containsExactly("count 0");
    assertThat(resultsOf("DROP TABLE New")).containsExactly("count 0");
  }

  /** All results of a statement, found as DataGrip, MyBatis and Spring's scripts find them. */
  private List<String> resultsOf(String text) throws SQLException {
    List<String> results = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      boolean rowsFollow = statement.execute(text);
      while (rowsFollow || statement.getUpdateCount() != -1) {
        assertThat(results.size()).isLessThan(MOST_TURNS);
        if (rowsFollow) {
          assertThat(statement.getUpdateCount()).isEqualTo(-1);
          results.add(Tool.rows(statement.getResultSet()).size() + " rows");
        } else {
          assertThat(statement.getResultSet()).isNull();
          results.add("count " + statement.getLargeUpdateCount());
        }
        rowsFollow = statement.getMoreResults();
        assertThat(rowsFollow).isFalse();
      }
      assertThat(statement.getResultSet()).isNull();
    }
    return results;
  }

  @Test
  @Order(2)
  void columnsAreNeverEmptyAndKeysComeFirstInAFixedOrder() throws SQLException {
    assertThat(columns(connection, "Empty")).containsExactly("id", "note");
    assertThat(columns(connection, "Seats_2026"))
        .containsExactly("Flight", "RowNo", "Passenger", "Class", "Price", "Meal");
    Tool.update(connection, "INSERT INTO Seats_2026 VALUE {'Flight': 'A', 'RowNo': 1, 'Bags': 2}");
    assertThat(columns(connection, "Seats_2026"))
        .containsExactly("Flight", "RowNo", "Passenger", "Class", "Price", "Meal", "Bags");
    Tool.update(connection, "DELETE FROM Seats_2026 WHERE Flight = 'A' AND RowNo = 1");
    assertThat(columns(connection, "Seats_2026")).endsWith("Bags");
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    return Tool.rows(connection.getMetaData().getColumns(null, null, table, "%"), "COLUMN_NAME");
  }

  @Test
  @Order(3)
  void keyColumnsAreNotNullableAndTheirKeyHasOneName() throws SQLException {
    assertThat(
            Tool.rows(
                metaData.getColumns(null, null, "Seats_2026", "%"),
                "COLUMN_NAME",
                "NULLABLE",
                "IS_NULLABLE"))
        .startsWith("Flight 0 NO", "RowNo 0 NO", "Passenger 1 YES");
    assertThat(
            Tool.rows(
                metaData.getPrimaryKeys(null, null, "Seats_2026"),
                "COLUMN_NAME",
                "KEY_SEQ",
                "PK_NAME"))
        .containsExactly("Flight 1 PRIMARY", "RowNo 2 PRIMARY");
  }

  @Test
  @Order(4)
  void columnsHaveTypesThatEveryToolCanBind() throws SQLException {
    Tool.update(
        connection,
        "INSERT INTO Empty VALUE {'id': 'a', 'n': 1.5, 't': true, 'l': [1], 'm': {'a': 1},"
            + " 'ns': <<1, 2>>, 'mix': 'text', 'nothing': null}");
    Tool.update(connection, "INSERT INTO Empty (id, b, mix) VALUES ('b', ?, 1)", new byte[] {1, 2});
    assertThat(
            Tool.rows(
                metaData.getColumns(null, null, "Empty", "%"),
                "COLUMN_NAME",
                "TYPE_NAME",
                "DATA_TYPE"))
        .containsExactly(
            "id VARCHAR 12",
            "note VARCHAR 12",
            "n NUMERIC 2",
            "t BOOLEAN 16",
            "l JSON 12",
            "m JSON 12",
            "ns JSON 12",
            "mix JSON 12",
            "nothing JSON 12",
            "b VARBINARY -3");
    try (ResultSet row =
        connection.createStatement().executeQuery("SELECT * FROM Empty WHERE id = 'a'")) {
      row.next();
      assertThat(row.getObject("id")).isEqualTo("a");
      assertThat(row.getObject("n")).isEqualTo(new BigDecimal("1.5"));
      assertThat(row.getObject("t")).isEqualTo(true);
      assertThat(row.getObject("l")).isEqualTo("[1]");
      assertThat(row.getObject("m")).isEqualTo("{\"a\":1}");
      assertThat(row.getObject("ns")).isEqualTo("<<1,2>>");
      assertThat(row.getObject("nothing")).isNull();
    }
  }

  @Test
  @Order(5)
  void metadataNeverThrowAndAbsentFeaturesAreEmptyResultsOfTheRightShape() throws Exception {
    for (String line : MetadataShapes.ALL) {
      String method = line.substring(0, line.indexOf(' '));
      String columns = line.substring(line.indexOf(' ') + 1);
      for (String text : new String[] {null, "%", "Seats_2026", "absent"}) {
        try (ResultSet resultSet = MetadataShapes.call(metaData, method, text)) {
          ResultSetMetaData described = resultSet.getMetaData();
          assertThat(String.join(",", Tool.labels(described))).as(method).isEqualTo(columns);
          while (resultSet.next()) {
            for (int i = 1; i <= described.getColumnCount(); i++) {
              Object value = resultSet.getObject(i);
              assertThat(value == null || describes(described.getColumnClassName(i), value))
                  .as(method + " " + i)
                  .isTrue();
            }
          }
        }
      }
    }
    assertThat(MetadataShapes.withoutArguments(metaData)).hasSizeGreaterThan(100);
  }

  private static boolean describes(String className, Object value) {
    return value.getClass().getName().equals(className);
  }

  @Test
  @Order(6)
  void isValidAnswersAtOnceAndThrowsForANegativeTimeoutOnly() throws SQLException {
    Connection other = Tool.connect("mem:behaviour6");
    assertThat(other.isValid(0)).isTrue();
    assertThat(other.isValid(10_000)).isTrue();
    assertThat(Tool.stateOf(() -> other.isValid(-1))).isEqualTo("22023");
    try (Connection ending = Tool.connect("mem:behaviour6")) {
      ending.createStatement().execute("SHUTDOWN");
    }
    assertThat(other.isValid(1)).isFalse();
    other.close();
    assertThat(other.isValid(1)).isFalse();
  }

  @Test
  @Order(7)
  void tablesHaveTheTypeTable() throws SQLException {
    assertThat(Tool.rows(metaData.getTables(null, null, "%", null), "TABLE_NAME", "TABLE_TYPE"))
        .containsExactly("Empty TABLE", "SeatsX2026 TABLE", "Seats_2026 TABLE");
    assertThat(
            Tool.rows(
                metaData.getTables(null, null, "%", new String[] {"VIEW", "TABLE"}), "TABLE_NAME"))
        .hasSize(3);
    assertThat(Tool.rows(metaData.getTables(null, null, "%", new String[] {"VIEW"}))).isEmpty();
    assertThat(Tool.rows(metaData.getTableTypes())).containsExactly("TABLE");
  }

  @Test
  @Order(8)
  void scrollingAndUpdatableRequestsAreDowngradedWithAWarning() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM \"Seats_2026\" WHERE \"Flight\" = 'LH1'",
            ResultSet.TYPE_SCROLL_SENSITIVE,
            ResultSet.CONCUR_UPDATABLE)) {
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01S02");
      assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
        assertThat(rows.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
        assertThat(rows.next()).isTrue();
      }
    }
    for (int type : new int[] {1003, 1004, 1005}) {
      for (int concurrency : new int[] {1007, 1008}) {
        assertThat(metaData.supportsResultSetConcurrency(type, concurrency))
            .isEqualTo(type == 1003 && concurrency == 1007);
      }
    }
    assertThat(Tool.stateOf(() -> connection.createStatement(1, 2))).isEqualTo("22023");
  }
}
