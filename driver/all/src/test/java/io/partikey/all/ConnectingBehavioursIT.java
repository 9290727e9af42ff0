package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Behaviours 21 to 30: what connecting tools, pools and frameworks need. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(60)
class ConnectingBehavioursIT {
  private static int count(Connection connection) throws SQLException {
    return Integer.parseInt(Tool.rows(connection, "SELECT COUNT(*) FROM Seats_2026").get(0));
  }

  @Test
  @Order(21)
  void unknownPropertiesAreToleratedAndUrlAndPropertiesAreAlike() throws SQLException {
    Properties defaults = new Properties();
    defaults.setProperty("Type", "tools send what they like");
    defaults.setProperty("ApplicationName", "Base");
    defaults.setProperty("user", "sa");
    defaults.setProperty("scan", "allow");
    try (Connection connection =
        Tool.DRIVER.connect("jdbc:partikey:mem:?path=x", new Properties(defaults))) {
      int warnings = 0;
      for (Throwable each = connection.getWarnings();
          each != null;
          each = ((SQLException) each).getNextException()) {
        warnings++;
      }
      assertThat(warnings).isEqualTo(3);
      Tool.fill(connection);
      assertThat(Tool.rows(connection, "SELECT * FROM Seats_2026")).hasSize(3);
    }
    try (Connection connection = Tool.airline("?scan=allow")) {
      assertThat(Tool.rows(connection, "SELECT * FROM Seats_2026")).hasSize(3);
    }
    try (Connection connection = Tool.airline("")) {
      assertThat(Tool.stateOf(() -> Tool.rows(connection, "SELECT * FROM Seats_2026")))
          .isEqualTo("42P10");
    }
    assertThat(Tool.stateOf(() -> Tool.connect("mem:?path=x&strictProperties=true")))
        .isEqualTo("22023");
    assertThat(Tool.DRIVER.connect("jdbc:other:x", new Properties())).isNull();
  }

  @Test
  @Order(22)
  void propertyInfoOpensNothingAndListsEveryProperty() throws SQLException {
    for (String url :
        new String[] {
          null, "", "jdbc:partikey:", "jdbc:partikey:file:", "jdbc:partikey:mem:x?scan", "jdbc:h2:x"
        }) {
      DriverPropertyInfo[] all = Tool.DRIVER.getPropertyInfo(url, null);
      assertThat(all).hasSizeGreaterThan(15);
      assertThat(Arrays.stream(all).map(info -> info.name)).contains("dialect", "scan", "readOnly");
      for (DriverPropertyInfo info : all) {
        assertThat(info.description).isNotBlank();
        assertThat(info.required).isFalse();
      }
    }
    DriverPropertyInfo scan =
        Arrays.stream(Tool.DRIVER.getPropertyInfo("jdbc:partikey:mem:x?scan=allow", null))
            .filter(info -> info.name.equals("scan"))
            .findFirst()
            .orElseThrow();
    assertThat(scan.value).isEqualTo("allow");
    assertThat(scan.choices).containsExactly("reject", "bounded", "allow");
  }

  @Test
  @Order(23)
  void settersOfAConnectionDoNotThrow() throws SQLException {
    try (Connection connection = Tool.airline("")) {
      connection.setReadOnly(true);
      assertThat(Tool.stateOf(() -> Tool.update(connection, "DELETE FROM Empty WHERE id = 'a'")))
          .isEqualTo("25006");
      connection.setReadOnly(false);
      for (int level : new int[] {0, 1, 2, 4, 8}) {
        connection.setTransactionIsolation(level);
        assertThat(connection.getTransactionIsolation()).isEqualTo(8);
        assertThat(connection.getMetaData().supportsTransactionIsolationLevel(level))
            .isEqualTo(level != 0);
      }
      connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT);
      connection.setCatalog("any");
      connection.setSchema("any");
      assertThat(connection.getCatalog()).isNull();
      assertThat(connection.getSchema()).isEqualTo("main");
      connection.setClientInfo("ApplicationName", "tool");
      connection.setClientInfo("Unknown", "value");
      assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("tool");
      connection.setNetworkTimeout(null, 1_000);
      assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
      connection.setTypeMap(Map.of());
    }
  }

  @Test
  @Order(24)
  void ordinaryPathsNeverSayNotSupportedOrDisconnected() throws SQLException {
    try (Connection connection = Tool.airline("")) {
      for (String text :
          List.of(
              "SELEC",
              "SELECT * FROM Absent WHERE a = 1",
              "SELECT * FROM Seats_2026",
              "SELECT * FROM Seats_2026 WHERE Flight = 1",
              "INSERT INTO Seats_2026 (Flight, RowNo) VALUES ('LH1', 1)",
              "INSERT INTO Seats_2026 (Flight) VALUES ('LH1')",
              "UPDATE Seats_2026 SET Price = Passenger + 1 WHERE Flight = 'LH1' AND RowNo = 1",
              "SELECT 1; SELECT 2",
              "DROP TABLE Absent")) {
        String state = Tool.stateOf(() -> connection.createStatement().execute(text));
        assertThat(state).as(text).hasSize(5).doesNotStartWith("08").isNotEqualTo("0A000");
      }
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT * FROM Seats_2026 WHERE Flight = ?")) {
        assertThat(Tool.stateOf(statement::executeQuery)).isEqualTo("07001");
        assertThat(Tool.stateOf(() -> statement.setString(2, "x"))).isEqualTo("22023");
        statement.setString(1, "LH1");
        ResultSet rows = statement.executeQuery();
        assertThat(Tool.stateOf(() -> rows.getString(1))).isEqualTo("24000");
        rows.next();
        assertThat(Tool.stateOf(() -> rows.getString("absent"))).isEqualTo("42703");
        assertThat(Tool.stateOf(() -> rows.getInt("Flight"))).isEqualTo("22018");
        assertThat(Tool.stateOf(() -> rows.getObject(1, Thread.class))).isEqualTo("22023");
        assertThat(Tool.stateOf(() -> rows.absolute(1))).isEqualTo("24000");
        rows.close();
        assertThat(Tool.stateOf(rows::next)).isEqualTo("24000");
      }
    }
  }

  @Test
  @Order(25)
  void aNamedDatabaseInMemoryOutlivesItsLastConnection() throws SQLException {
    try (Connection connection = Tool.connect("mem:behaviour25")) {
      Tool.fill(connection);
    }
    try (Connection connection = Tool.connect("mem:behaviour25")) {
      assertThat(count(connection)).isEqualTo(3);
      connection.createStatement().execute("SHUTDOWN");
    }
    try (Connection connection = Tool.connect("mem:behaviour25")) {
      assertThat(Tool.rows(connection.getMetaData().getTables(null, null, "%", null))).isEmpty();
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  @Test
  @Order(26)
  void transactionsAreReal() throws SQLException {
    try (Connection connection = Tool.connect("mem:behaviour26");
        Connection other = Tool.connect("mem:behaviour26")) {
      Tool.fill(connection);
      assertThat(Tool.stateOf(connection::commit)).isEqualTo("25P01");
      assertThat(Tool.stateOf(connection::rollback)).isEqualTo("25P01");
      connection.setAutoCommit(false);
      String insert = "INSERT INTO Seats_2026 (Flight, RowNo) VALUES ('LH1', ?)";
      String mine = "SELECT * FROM Seats_2026 WHERE Flight = 'LH1'";
      Tool.update(connection, insert, 4);
      assertThat(Tool.rows(connection, mine)).hasSize(4);
      assertThat(Tool.rows(other, mine)).hasSize(3);
      connection.rollback();
      assertThat(Tool.rows(connection, mine)).hasSize(3);
      Tool.update(connection, insert, 4);
      assertThat(connection.getMetaData().supportsSavepoints()).isTrue();
      Savepoint savepoint = connection.setSavepoint("nested");
      Tool.update(connection, insert, 5);
      connection.rollback(savepoint);
      connection.setAutoCommit(true);
      assertThat(Tool.rows(other, mine)).hasSize(4);
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  @Test
  @Order(27)
  void generatedKeysMayBeAskedForAndThereAreNone() throws SQLException {
    try (Connection connection = Tool.airline("")) {
      String insert = "INSERT INTO Empty (id) VALUES (?)";
      for (PreparedStatement statement :
          List.of(
              connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS),
              connection.prepareStatement(insert, new int[] {1}),
              connection.prepareStatement(insert, new String[] {"id"}))) {
        try (statement) {
          statement.setString(1, "id" + statement.hashCode());
          assertThat(statement.executeUpdate()).isEqualTo(1);
          assertThat(statement.getGeneratedKeys().next()).isFalse();
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO Empty (id) VALUES ('z')", Statement.RETURN_GENERATED_KEYS);
        assertThat(statement.getGeneratedKeys().next()).isFalse();
      }
      assertThat(connection.getMetaData().supportsGetGeneratedKeys()).isFalse();
    }
  }

  @Test
  @Order(28)
  void batchesReportTheirCountsAndTheErrorThatStopsThem() throws SQLException {
    try (Connection connection = Tool.airline("");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO Seats_2026 (Flight, RowNo) VALUES (?, ?)")) {
      assertThat(connection.getMetaData().supportsBatchUpdates()).isTrue();
      for (int row : new int[] {10, 11, 1, 12}) {
        insert.setString(1, "LH1");
        insert.setInt(2, row);
        insert.addBatch();
      }
      assertThatThrownBy(insert::executeLargeBatch)
          .isInstanceOfSatisfying(
              BatchUpdateException.class,
              error -> {
                assertThat(error.getLargeUpdateCounts()).containsExactly(1, 1);
                assertThat(error.getUpdateCounts()).containsExactly(1, 1);
                assertThat(error.getSQLState()).isEqualTo("23505");
                assertThat(error.getNextException().getSQLState()).isEqualTo("23505");
              });
      assertThat(count(connection)).isEqualTo(5);
      assertThat(insert.executeBatch()).isEmpty();
      insert.setInt(2, 13);
      insert.addBatch();
      assertThat(insert.executeBatch()).containsExactly(1);
      try (Statement statement = connection.createStatement()) {
        statement.addBatch("UPDATE Seats_2026 SET n = 1 WHERE Flight = 'LH1' AND RowNo = 13");
        statement.addBatch("UPDATE Seats_2026 SET n = 1 WHERE Flight = 'LH1' AND RowNo = 99");
        assertThat(statement.executeBatch()).containsExactly(1, 0);
        statement.addBatch("SELECT * FROM Seats_2026 WHERE Flight = 'LH1'");
        assertThatThrownBy(statement::executeBatch).isInstanceOf(BatchUpdateException.class);
      }
    }
  }

  @Test
  @Order(29)
  void objectsOfManyClassesGoBothWays() throws SQLException {
    List<Object> objects =
        List.of(
            "text",
            true,
            (byte) 1,
            (short) 2,
            3,
            4L,
            1.5f,
            2.5d,
            new BigDecimal("12345678901234567890.123"),
            new BigInteger("123456789012345678901234567890"),
            UUID.fromString("00000000-0000-0000-0000-00000000002a"),
            LocalDate.parse("2026-04-05"),
            LocalTime.parse("02:30:01.000000007"),
            LocalDateTime.parse("2026-04-05T02:30:01.5"),
            OffsetDateTime.parse("2026-04-05T02:30:01+02:00"),
            ZonedDateTime.parse("2026-04-05T02:30:01+02:00"),
            Instant.parse("2026-04-05T02:30:01.123456789Z"),
            java.sql.Date.valueOf("2026-04-06"),
            java.sql.Timestamp.valueOf("2026-04-06 05:06:07.008"));
    try (Connection connection = Tool.airline("")) {
      for (Object object : objects) {
        assertThat(throughTheDatabase(connection, object, object.getClass())).isEqualTo(object);
      }
      assertThat(throughTheDatabase(connection, new byte[] {1, 2}, byte[].class))
          .isEqualTo(new byte[] {1, 2});
      assertThat(throughTheDatabase(connection, Map.of("a", "b"), Map.class))
          .isEqualTo(Map.of("a", "b"));
      assertThat(throughTheDatabase(connection, List.of("a", true), List.class))
          .isEqualTo(List.of("a", true));
      assertThat(throughTheDatabase(connection, Set.of("a", "b"), Set.class))
          .isEqualTo(Set.of("a", "b"));
    }
  }

  private static Object throughTheDatabase(Connection connection, Object object, Class<?> type)
      throws SQLException {
    Tool.update(connection, "UPSERT INTO Empty (id, v) VALUES ('a', ?)", object);
    try (ResultSet row =
        connection.createStatement().executeQuery("SELECT v FROM Empty WHERE id = 'a'")) {
      row.next();
      return row.getObject(1, type);
    }
  }

  @Test
  @Order(30)
  void parameterMetadataIsExactInNumberAndTolerant() throws SQLException {
    try (Connection connection = Tool.airline("");
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE Seats_2026 SET Other = ?, Price = ? WHERE Flight = ? AND RowNo = ?")) {
      var parameters = statement.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(4);
      assertThat(parameters.getParameterType(1)).isEqualTo(Types.VARCHAR);
      assertThat(parameters.getParameterType(4)).isEqualTo(Types.NUMERIC);
      for (int i = 1; i <= 4; i++) {
        assertThat(parameters.getParameterMode(i)).isEqualTo(1);
        assertThat(parameters.isNullable(i)).isEqualTo(2);
        assertThat(parameters.getParameterClassName(i)).isNotBlank();
        assertThat(parameters.getPrecision(i)).isNotNegative();
        assertThat(parameters.getScale(i)).isNotNegative();
      }
      assertThat(Tool.stateOf(() -> parameters.getParameterType(5))).isEqualTo("22023");
    }
  }
}
