package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients send, call for call. */
class ClientScriptsTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Airline.open("?scan=bounded");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void dbeaverConnects() throws SQLException {
    connection.setReadOnly(true);
    connection.setReadOnly(false);
    connection.setAutoCommit(true);
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(connection.isValid(10_000)).isTrue();
    DatabaseMetaData metaData = connection.getMetaData();
    for (int level : new int[] {0, 1, 2, 4, 8}) {
      assertThat(metaData.supportsTransactionIsolationLevel(level)).isEqualTo(level != 0);
    }
    try (ResultSet columns = metaData.getColumns(null, "main", "Seats_2026", "%")) {
      while (columns.next()) {
        assertThat(columns.getString("TABLE_NAME")).isEqualTo("Seats_2026");
      }
    }
  }

  @Test
  void dbeaverPagesThroughATable() throws SQLException {
    List<String> seen = new ArrayList<>();
    for (int offset = 0; offset < 3; offset++) {
      try (Statement statement =
          connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
        statement.setMaxRows(offset + 1);
        assertThat(statement.execute("SELECT * FROM Seats_2026")).isTrue();
        ResultSet rows = statement.getResultSet();
        for (int i = 0; i < offset; i++) {
          assertThat(rows.next()).isTrue();
        }
        assertThat(rows.next()).isTrue();
        seen.add(rows.getString("RowNo"));
        assertThat(rows.next()).isFalse();
      }
    }
    assertThat(seen).containsExactly("1", "2", "3");
  }

  @Test
  void dbeaverEdits() throws SQLException {
    assertThat(
            update(
                "UPDATE Seats_2026\n\tSET Price=?,Class=?\n\tWHERE Flight=? AND RowNo=?",
                150,
                "B",
                "LH1",
                1))
        .isEqualTo(1);
    assertThat(update("INSERT INTO Seats_2026 (Flight,RowNo)\n\tVALUES (?,?)", "LH2", 1))
        .isEqualTo(1);
    try (ResultSet reread =
        connection
            .createStatement()
            .executeQuery("SELECT * FROM Seats_2026 WHERE Flight='LH1' AND RowNo=1")) {
      reread.next();
      assertThat(reread.getBigDecimal("Price")).isEqualTo("150");
      assertThat(reread.getString("Class")).isEqualTo("B");
    }
    assertThat(update("DELETE FROM Seats_2026\n\tWHERE Flight=? AND RowNo=?", "LH2", 1))
        .isEqualTo(1);
    assertThat(update("DELETE FROM Seats_2026\n\tWHERE Flight=? AND RowNo=?", "LH2", 1)).isZero();
    assertThat(count("SELECT COUNT(*) FROM Seats_2026")).isEqualTo(3);
  }

  @Test
  void libreOfficeFindsColumnsAndEdits() throws SQLException {
    try (PreparedStatement probe =
        connection.prepareStatement("SELECT * FROM \"Seats_2026\" WHERE ( 0 = 1 )")) {
      ResultSetMetaData columns = probe.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(6);
    }
    try (PreparedStatement scrolling =
        connection.prepareStatement(
            "SELECT * FROM \"Seats_2026\"",
            ResultSet.TYPE_SCROLL_SENSITIVE,
            ResultSet.CONCUR_UPDATABLE)) {
      scrolling.setMaxRows(2);
      assertThat(scrolling.getWarnings().getSQLState()).isEqualTo("01S02");
      ResultSet rows = scrolling.executeQuery();
      assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
      rows.next();
      assertThat(
              count(
                  "SELECT \"Seats_2026\".\"RowNo\" FROM \"Seats_2026\" WHERE \"Seats_2026\".\"Flight\" = 'LH1'"
                      + " AND \"Seats_2026\".\"RowNo\" = 1"))
          .isEqualTo(1);
      assertThat(rows.next()).isTrue();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO \"Seats_2026\" ( \"Flight\",\"RowNo\",\"Price\",\"Class\") VALUES ( ?,?,?,?)")) {
      insert.setString(1, "LH3");
      insert.setObject(2, new BigDecimal("1"), Types.NUMERIC, 10);
      insert.setObject(3, new BigDecimal("2.5"), Types.NUMERIC, 0);
      insert.setNull(4, Types.VARCHAR);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    ResultSet inserted =
        connection
            .createStatement()
            .executeQuery("SELECT * FROM Seats_2026 WHERE Flight = 'LH3' AND RowNo = 1");
    inserted.next();
    assertThat(inserted.getBigDecimal("Price")).isEqualTo("2.5");
    assertThat(inserted.unwrap(PartiKeyResultSet.class).isMissing("Class")).isTrue();
  }

  @Test
  void squirrelEditsByEveryColumn() throws SQLException {
    String where =
        "  where Flight = ? and RowNo = ? and Passenger = ? and Class is null and Price = ?";
    assertThat(
            count(
                "select count(*) from Seats_2026 where Flight = 'LH1' and RowNo = 1 and Class is null"))
        .isEqualTo(1);
    assertThat(
            update(
                "UPDATE Seats_2026 SET Class = ?" + where,
                "B",
                "LH1",
                1,
                "ada",
                new BigDecimal("99.5")))
        .isEqualTo(1);
    assertThat(
            update(
                "UPDATE Seats_2026 SET Class = ?" + where,
                "C",
                "LH1",
                1,
                "ada",
                new BigDecimal("99.5")))
        .isZero();
    Statement statement = connection.createStatement();
    statement.setMaxRows(10);
    assertThat(
            statement
                .executeQuery("select tbl.Flight,tbl.RowNo from Seats_2026 tbl")
                .getMetaData()
                .getColumnCount())
        .isEqualTo(2);
  }

  @Test
  void springBindsNullsOfUnknownTypes() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE Seats_2026 SET Price = ? WHERE Flight = ? AND RowNo = ?")) {
      assertThat(statement.getParameterMetaData().getParameterType(1)).isEqualTo(Types.VARCHAR);
      assertThat(statement.getParameterMetaData().getParameterType(3)).isEqualTo(Types.NUMERIC);
      statement.setNull(1, Types.NULL);
      statement.setString(2, "LH1");
      statement.setInt(3, 1);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    ResultSet row =
        connection
            .createStatement()
            .executeQuery("SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1");
    row.next();
    assertThat(row.unwrap(PartiKeyResultSet.class).isMissing("Price")).isTrue();
  }

  @Test
  void hikariPoolsConnections() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSourceClassName(PartiKeyDataSource.class.getName());
    config.addDataSourceProperty("url", "jdbc:partikey:mem:pooled");
    config.addDataSourceProperty("scan", "allow");
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      try (Connection first = pool.getConnection()) {
        Airline.create(first);
      }
      List<Connection> borrowed = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        borrowed.add(pool.getConnection());
      }
      for (Connection each : borrowed) {
        each.setAutoCommit(false);
        each.setReadOnly(true);
        each.close();
      }
      try (Connection failing = pool.getConnection()) {
        assertThatThrownBy(() -> failing.prepareCall("{call x}"))
            .isInstanceOf(SQLFeatureNotSupportedException.class);
      }
      try (Connection again = pool.getConnection();
          ResultSet rows =
              again.createStatement().executeQuery("SELECT COUNT(*) FROM Seats_2026")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(3);
      }
    }
    try (Connection later = DriverManager.getConnection("jdbc:partikey:mem:pooled")) {
      assertThat(later.getMetaData().getTables(null, null, "Seats_2026", null).next()).isTrue();
      later.createStatement().execute("SHUTDOWN");
    }
  }

  private int update(String text, Object... parameters) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            text, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
      return (int) statement.getLargeUpdateCount();
    }
  }

  private int count(String text) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
