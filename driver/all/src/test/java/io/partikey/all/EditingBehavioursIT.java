package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Behaviours 11 to 20: what editing in a grid needs, and that values stay what they are. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(60)
class EditingBehavioursIT {
  private static final String FIRST = "SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1";

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

  private int update(String text, Object... parameters) throws SQLException {
    return Tool.update(connection, text, parameters);
  }

  private ResultSet first() throws SQLException {
    ResultSet row = connection.createStatement().executeQuery(FIRST);
    assertThat(row.next()).isTrue();
    return row;
  }

  @Test
  @Order(11)
  void aConditionThatDoesNotHoldCountsZeroAndThrowsNothing() throws SQLException {
    String lock =
        "UPDATE Seats_2026 SET Locked = TRUE WHERE Flight = 'LH1' AND RowNo = 1 AND Locked = FALSE";
    assertThat(update(lock)).isZero();
    assertThat(update("UPDATE Seats_2026 SET Locked = FALSE WHERE Flight = 'LH1' AND RowNo = 1"))
        .isEqualTo(1);
    assertThat(update(lock)).isEqualTo(1);
    assertThat(update(lock)).isZero();
    assertThat(update("DELETE FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1 AND Price = 1"))
        .isZero();
    assertThat(update("DELETE FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 99")).isZero();
    try (Connection service = Tool.airline("?dialect=dynamodb")) {
      assertThat(Tool.stateOf(() -> Tool.update(service, lock))).isEqualTo("23514");
    }
  }

  @Test
  @Order(12)
  void isNullMatchesMissingAndJsonTextMatchesTheDocument() throws SQLException {
    String everyColumn =
        "  where Flight = ? and RowNo = ? and Passenger = ? and Class is null and Price = ?"
            + " and Meal = ?";
    assertThat(
            update(
                "UPDATE Seats_2026 SET Class = ?" + everyColumn,
                "B",
                "LH1",
                1,
                "ada",
                new BigDecimal("99.5"),
                "{\"kind\":\"vegan\"}"))
        .isEqualTo(1);
    assertThat(
            Tool.rows(
                connection,
                "select count(*) from Seats_2026 where Flight = 'LH1' and RowNo = 3"
                    + " and Passenger is null and Class is null"))
        .containsExactly("1");
  }

  @Test
  @Order(13)
  void typeNamesAndCodesAgreeEverywhere() throws SQLException {
    Map<String, Integer> types = new TreeMap<>();
    try (ResultSet rows = metaData.getTypeInfo()) {
      while (rows.next()) {
        types.put(rows.getString("TYPE_NAME"), rows.getInt("DATA_TYPE"));
      }
    }
    assertThat(types).hasSize(5);
    List<String> described = new ArrayList<>();
    try (ResultSet rows = metaData.getColumns(null, null, "%", "%")) {
      while (rows.next()) {
        assertThat(types).containsEntry(rows.getString("TYPE_NAME"), rows.getInt("DATA_TYPE"));
        if (rows.getString("TABLE_NAME").equals("Seats_2026")) {
          described.add(rows.getString("COLUMN_NAME") + " " + rows.getString("TYPE_NAME"));
        }
      }
    }
    List<String> selected = new ArrayList<>();
    ResultSetMetaData columns = first().getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      assertThat(types).containsEntry(columns.getColumnTypeName(i), columns.getColumnType(i));
      selected.add(columns.getColumnName(i) + " " + columns.getColumnTypeName(i));
    }
    assertThat(selected).isEqualTo(described);
    try (ResultSet rows = metaData.getBestRowIdentifier(null, null, "Seats_2026", 2, true)) {
      while (rows.next()) {
        assertThat(types).containsEntry(rows.getString("TYPE_NAME"), rows.getInt("DATA_TYPE"));
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM Seats_2026 WHERE Flight = ? AND RowNo = ?")) {
      for (int i = 1; i <= 2; i++) {
        assertThat(types)
            .containsEntry(
                statement.getParameterMetaData().getParameterTypeName(i),
                statement.getParameterMetaData().getParameterType(i));
      }
    }
  }

  @Test
  @Order(14)
  void numbersAreDescribedWithAScaleAndAreExactWhateverTheScale() throws SQLException {
    ResultSetMetaData columns = first().getMetaData();
    int price = 5;
    assertThat(columns.getColumnName(price)).isEqualTo("Price");
    assertThat(columns.getPrecision(price)).isEqualTo(38);
    assertThat(columns.getScale(price)).isEqualTo(10);
    BigDecimal exact = new BigDecimal("12345678901234567890.123456789012345678");
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE Seats_2026 SET Price = ? WHERE Flight = 'LH1' AND RowNo = 1")) {
      statement.setObject(1, exact, Types.DECIMAL, 0);
      statement.executeUpdate();
    }
    assertThat(first().getBigDecimal("Price")).isEqualTo(exact);
    assertThat(first().getObject("Price")).isEqualTo(exact);
    assertThat(first().getString("Price")).isEqualTo(exact.toPlainString());
  }

  @Test
  @Order(15)
  void textForADocumentIsParsedOrRefusedAndNeverStoredAsText() throws SQLException {
    String set = "UPDATE Seats_2026 SET Meal = ? WHERE Flight = 'LH1' AND RowNo = 1";
    assertThat(update(set, "{\"kind\": \"halal\", \"extras\": [1, 2.50]}")).isEqualTo(1);
    assertThat((Object) first().getObject("Meal", Map.class)).isInstanceOf(Map.class);
    assertThat(first().getString("Meal")).isEqualTo("{\"kind\":\"halal\",\"extras\":[1,2.5]}");
    assertThat(Tool.stateOf(() -> update(set, "{kind"))).isEqualTo("22032");
    assertThat(first().getString("Meal")).contains("halal");
    try (Connection strict = Tool.airline("?documentBinding=strict")) {
      assertThat(Tool.stateOf(() -> Tool.update(strict, set, "{}"))).isEqualTo("22018");
    }
  }

  @Test
  @Order(16)
  void aNullOfAnyTypeIsOmittedByInsertAndRemovedByUpdate() throws Exception {
    int row = 10;
    for (int type :
        new int[] {Types.NULL, Types.OTHER, Types.VARCHAR, Types.TIMESTAMP_WITH_TIMEZONE, 12345}) {
      row++;
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO Seats_2026 (Flight, RowNo, Price) VALUES (?, ?, ?)")) {
        insert.setString(1, "LH1");
        insert.setInt(2, row);
        insert.setNull(3, type);
        assertThat(insert.executeUpdate()).isEqualTo(1);
      }
      assertThat(isMissing("Price", row)).isTrue();
    }
    assertThat(
            update(
                "UPDATE Seats_2026 SET Price = ? WHERE Flight = 'LH1' AND RowNo = 1",
                (Object) null))
        .isEqualTo(1);
    assertThat(isMissing("Price", 1)).isTrue();
    assertThat(update("UPDATE Seats_2026 SET Price = NULL WHERE Flight = 'LH1' AND RowNo = 1"))
        .isEqualTo(1);
    assertThat(isMissing("Price", 1)).isFalse();
    try (Connection keeping = Tool.airline("?nullBinding=null")) {
      String insert = "INSERT INTO Empty (id, note) VALUES ('a', ?)";
      assertThat(Tool.update(keeping, insert, (Object) null)).isEqualTo(1);
      assertThat(Tool.rows(keeping, "SELECT COUNT(*) FROM Empty WHERE id='a' AND note IS MISSING"))
          .containsExactly("0");
    }
  }

  private boolean isMissing(String column, int row) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = " + row)) {
      rows.next();
      assertThat(rows.getObject(column)).isNull();
      assertThat(rows.wasNull()).isTrue();
      return (boolean) Tool.ask(rows, "PartiKeyResultSet", "isMissing", column);
    }
  }

  @Test
  @Order(17)
  void columnsAreTheSameBeforeExecutionAfterItAndWithoutRows() throws SQLException {
    List<String> expected =
        Tool.rows(
            metaData.getColumns(null, null, "Seats_2026", null),
            "COLUMN_NAME",
            "DATA_TYPE",
            "TYPE_NAME",
            "NULLABLE");
    for (String text :
        List.of(
            "SELECT * FROM Seats_2026",
            "SELECT * FROM Seats_2026 WHERE 1=0",
            "SELECT * FROM \"Seats_2026\" WHERE ( 0 = 1 )",
            "SELECT * FROM Seats_2026 WHERE Flight = 'absent'",
            "SELECT * FROM Seats_2026 tbl WHERE tbl.Passenger = 'ada'")) {
      try (PreparedStatement statement = connection.prepareStatement(text)) {
        statement.setMaxRows(5);
        assertThat(described(statement.getMetaData())).as(text).isEqualTo(expected);
        assertThat(described(statement.executeQuery().getMetaData())).as(text).isEqualTo(expected);
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement("DELETE FROM Empty WHERE id = 'a'")) {
      assertThat(update.getMetaData()).isNull();
    }
  }

  private static List<String> described(ResultSetMetaData columns) throws SQLException {
    List<String> described = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      described.add(
          columns.getColumnName(i)
              + " "
              + columns.getColumnType(i)
              + " "
              + columns.getColumnTypeName(i)
              + " "
              + columns.isNullable(i));
    }
    return described;
  }

  @Test
  @Order(18)
  void resultColumnsNameTheirTableAndDifferFromTheirLabelForAliasesOnly() throws SQLException {
    connection
        .createStatement()
        .execute("CREATE TABLE \"dotted.name-1\" (id STRING, PRIMARY KEY (id))");
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "SELECT id, other AS more, 1 + 1 AS two FROM SeatsX2026 WHERE id = 'x'")) {
      ResultSetMetaData columns = rows.getMetaData();
      assertThat(columns.getColumnLabel(1)).isEqualTo("id");
      assertThat(columns.getColumnLabel(2)).isEqualTo("more");
      assertThat(columns.getColumnName(2)).isEqualTo("other");
      assertThat(columns.getTableName(2)).isEqualTo("SeatsX2026");
      assertThat(columns.getSchemaName(2)).isEqualTo("main");
      assertThat(columns.getCatalogName(2)).isEmpty();
      assertThat(columns.isWritable(2)).isTrue();
      assertThat(columns.isReadOnly(2)).isFalse();
      assertThat(columns.getTableName(3)).isEmpty();
      assertThat(columns.getColumnDisplaySize(1)).isBetween(1, 65_535);
    }
    try (PreparedStatement dotted =
        connection.prepareStatement("SELECT * FROM \"dotted.name-1\" WHERE id = 'a'")) {
      assertThat(dotted.getMetaData().getTableName(1)).isEqualTo("dotted.name-1");
      assertThat(dotted.getMetaData().getSchemaName(1)).isEqualTo("main");
    }
  }

  @Test
  @Order(19)
  void errorsAreToldByStateAndClass() throws SQLException {
    assertThatThrownBy(() -> update("INSERT INTO Seats_2026 (Flight, RowNo) VALUES ('LH1', 1)"))
        .isInstanceOf(SQLIntegrityConstraintViolationException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("23505");
    assertThatThrownBy(() -> update("SELEC 1"))
        .isInstanceOf(SQLSyntaxErrorException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("42601");
    assertThat(Tool.stateOf(() -> update("SELECT * FROM Absent WHERE a = 1"))).isEqualTo("42P01");
    assertThat(Tool.stateOf(() -> update("DELETE FROM Seats_2026 WHERE Price = 1")))
        .isEqualTo("42P10");
    try (Connection one = Tool.connect("mem:behaviour19");
        Connection other = Tool.connect("mem:behaviour19")) {
      Tool.fill(one);
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      for (Connection each : List.of(one, other)) {
        Tool.rows(each, FIRST);
        Tool.update(each, "UPDATE Seats_2026 SET Price = 1 WHERE Flight = 'LH1' AND RowNo = 1");
      }
      one.commit();
      assertThatThrownBy(other::commit)
          .isInstanceOf(SQLTransactionRollbackException.class)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("40001");
      other.rollback();
      one.setAutoCommit(true);
      one.createStatement().execute("SHUTDOWN");
    }
  }

  @Test
  @Order(20)
  void indexesAreReportedAsNotUniqueAndThePrimaryKeyAsOneUniqueIndex() throws SQLException {
    assertThat(
            Tool.rows(
                metaData.getIndexInfo(null, null, "Seats_2026", false, true),
                "INDEX_NAME",
                "NON_UNIQUE",
                "TYPE",
                "ORDINAL_POSITION",
                "COLUMN_NAME"))
        .containsExactly(
            "PRIMARY false 3 1 Flight",
            "PRIMARY false 3 2 RowNo",
            "ByPassenger true 3 1 Passenger",
            "ByPassenger true 3 2 Flight");
    assertThat(Tool.rows(metaData.getIndexInfo(null, null, "Seats_2026", true, true), "INDEX_NAME"))
        .containsOnly("PRIMARY");
  }
}
