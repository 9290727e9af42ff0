package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions of tools on one directory, call for call and text for text. */
@Timeout(60)
class ReplaysIT {
  private static final int PAGE = 200;
  private static final int ROWS = 450;

  @TempDir private Path directory;
  private Connection connection;

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "");
    properties.setProperty("password", "");
    properties.setProperty("scan", "bounded");
    return Tool.DRIVER.connect("jdbc:partikey:file:" + directory.resolve("data"), properties);
  }

  @BeforeEach
  void open() throws SQLException {
    connection = connect();
    Tool.fill(connection);
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO SeatsX2026 (id, n) VALUES (?, ?)")) {
      for (int i = 0; i < ROWS; i++) {
        insert.setString(1, "row" + i);
        insert.setInt(2, i);
        insert.addBatch();
      }
      insert.executeLargeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void dbeaverConnectsBrowsesPagesEditsAndCancels() throws Exception {
    assertThat(Tool.DRIVER.acceptsURL("jdbc:partikey:file:x")).isTrue();
    connection.setReadOnly(true);
    connection.setReadOnly(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(true);
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(connection.getCatalog()).isNull();
    assertThat(connection.getSchema()).isEqualTo("main");
    try (Connection metadata = connect()) {
      assertThat(metadata.isValid(10_000)).isTrue();
      browse(metadata.getMetaData());
    }
    List<String> first = page(0);
    List<String> second = page(PAGE);
    assertThat(first).hasSize(PAGE);
    assertThat(second).hasSize(PAGE).doesNotContainAnyElementsOf(first);
    assertThat(count("SELECT COUNT(*) FROM SeatsX2026")).isEqualTo(ROWS + 1);
    editRows();
    cancelInTheMiddle();
  }

  private static void browse(DatabaseMetaData metaData) throws SQLException {
    assertThat(Tool.rows(metaData.getCatalogs())).isEmpty();
    assertThat(Tool.rows(metaData.getSchemas(null, "%"), "TABLE_SCHEM")).containsExactly("main");
    assertThat(Tool.rows(metaData.getTypeInfo(), "TYPE_NAME")).hasSize(5);
    assertThat(Tool.rows(metaData.getTableTypes())).containsExactly("TABLE");
    assertThat(Tool.rows(metaData.getTables(null, "main", "%", null))).hasSize(3);
    // The names go unescaped into patterns, and the second table's name fits the first one's.
    assertThat(Tool.rows(metaData.getColumns(null, "main", "Seats_2026", "%"), "COLUMN_NAME"))
        .containsExactly("Flight", "RowNo", "Passenger", "Class", "Price", "Meal");
    assertThat(Tool.rows(metaData.getPrimaryKeys(null, "main", "Seats_2026"), "PK_NAME"))
        .containsExactly("PRIMARY", "PRIMARY");
    assertThat(Tool.rows(metaData.getIndexInfo(null, "main", "Seats_2026", false, true)))
        .hasSize(4);
    assertThat(Tool.rows(metaData.getImportedKeys(null, "main", "Seats_2026"))).isEmpty();
    assertThat(Tool.rows(metaData.getExportedKeys(null, "main", "Seats_2026"))).isEmpty();
    // Refreshing the schema reads everything at once.
    assertThat(Tool.rows(metaData.getColumns(null, "main", "%", "%"))).hasSize(11);
    assertThat(Tool.rows(metaData.getPrimaryKeys(null, "main", null))).hasSize(4);
    assertThat(Tool.rows(metaData.getIndexInfo(null, "main", null, false, true))).hasSize(6);
    // Its ping where isValid is not there.
    assertThat(Tool.rows(metaData.getTables(null, null, "DBEAVERFAKETABLENAMEFORPING", null)))
        .isEmpty();
  }

  private List<String> page(int offset) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setMaxRows(offset + PAGE);
      assertThat(statement.execute("SELECT * FROM SeatsX2026")).isTrue();
      try (ResultSet rows = statement.getResultSet()) {
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          assertThat(columns.getTableName(i)).isEqualTo("SeatsX2026");
          assertThat(columns.getSchemaName(i)).isEqualTo("main");
          assertThat(columns.isReadOnly(i)).isFalse();
        }
        for (int i = 0; i < offset; i++) {
          assertThat(rows.next()).isTrue();
        }
        while (rows.next()) {
          ids.add((String) rows.getObject(1));
        }
      }
    }
    return ids;
  }

  private void editRows() throws SQLException {
    assertThat(
            execute(
                "UPDATE Seats_2026\n\tSET Price=?,Class=?,Meal=?\n\tWHERE Flight=? AND RowNo=?",
                new BigDecimal("150.25"),
                "B",
                "{\"kind\":\"halal\"}",
                "LH1",
                1L))
        .isEqualTo(1);
    assertThat(Tool.rows(connection, "SELECT * FROM Seats_2026 WHERE Flight='LH1' AND RowNo=1"))
        .containsExactly("LH1 1 ada B 150.25 {\"kind\":\"halal\"}");
    assertThat(
            execute(
                "INSERT INTO Seats_2026 (Flight,RowNo,Passenger)\n\tVALUES (?,?,?)",
                "LH2",
                7L,
                "eve"))
        .isEqualTo(1);
    assertThat(Tool.rows(connection, "SELECT * FROM Seats_2026 WHERE Flight='LH2' AND RowNo=7"))
        .containsExactly("LH2 7 eve null null null");
    assertThat(execute("DELETE FROM Seats_2026\n\tWHERE Flight=? AND RowNo=?", "LH2", 7L))
        .isEqualTo(1);
    assertThat(execute("DELETE FROM Seats_2026\n\tWHERE Flight=? AND RowNo=?", "LH2", 7L)).isZero();
    // A condition typed above the grid, and a click on a column's head.
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(PAGE);
      assertThat(
              Tool.rows(
                  statement.executeQuery(
                      "SELECT * FROM Seats_2026 WHERE Flight='LH1' AND Passenger LIKE '%b%'"
                          + " ORDER BY RowNo DESC"),
                  "Passenger"))
          .containsExactly("bob");
    }
  }

  private long execute(String text, Object... parameters) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            text, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      for (int i = 0; i < parameters.length; i++) {
        Object parameter = parameters[i];
        if (parameter instanceof BigDecimal number) {
          statement.setBigDecimal(i + 1, number);
        } else if (parameter instanceof Long number) {
          statement.setLong(i + 1, number);
        } else {
          statement.setString(i + 1, (String) parameter);
        }
      }
      assertThat(statement.execute()).isFalse();
      return statement.getLargeUpdateCount();
    }
  }

  private void cancelInTheMiddle() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    try (Statement statement = connection.createStatement()) {
      CompletableFuture<String> reader =
          CompletableFuture.supplyAsync(
              () ->
                  Tool.stateOf(
                      () -> {
                        ResultSet rows =
                            statement.executeQuery(
                                "SELECT /*+ ALLOW_SCAN */ a.id FROM SeatsX2026 a, SeatsX2026 b,"
                                    + " SeatsX2026 c");
                        while (rows.next()) {
                          reading.countDown();
                        }
                      }));
      reading.await();
      statement.cancel();
      assertThat(reader.join()).isEqualTo("57014");
    }
  }

  @Test
  void libreOfficeFindsColumnsAndEditsByItsKeySet() throws SQLException {
    String query = "SELECT * FROM \"main\".\"Seats_2026\"";
    try (PreparedStatement probe = connection.prepareStatement(query + " WHERE ( 0 = 1 )")) {
      assertThat(probe.getMetaData().getColumnCount()).isEqualTo(6);
    }
    try (PreparedStatement keys =
            connection.prepareStatement(
                query, ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
        PreparedStatement fetch =
            connection.prepareStatement(
                "SELECT \"Flight\", \"RowNo\", \"Price\" FROM \"main\".\"Seats_2026\" WHERE"
                    + " \"main\".\"Seats_2026\".\"Flight\" = ? AND"
                    + " \"main\".\"Seats_2026\".\"RowNo\" = ?")) {
      keys.setMaxRows(10);
      int fetched = 0;
      try (ResultSet rows = keys.executeQuery()) {
        while (rows.next()) {
          fetch.setString(1, rows.getString(1));
          fetch.setObject(2, rows.getBigDecimal(2), Types.NUMERIC, 10);
          try (ResultSet row = fetch.executeQuery()) {
            assertThat(row.next()).isTrue();
            fetched++;
          }
        }
      }
      assertThat(fetched).isEqualTo(3);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO \"main\".\"Seats_2026\" ( \"Flight\",\"RowNo\",\"Price\",\"Class\")"
                + " VALUES ( ?,?,?,?)")) {
      insert.setString(1, "LH3");
      insert.setObject(2, BigDecimal.ONE, Types.NUMERIC, 10);
      insert.setObject(3, new BigDecimal("2.5"), Types.NUMERIC, 0);
      insert.setNull(4, Types.VARCHAR);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    assertThat(
            Tool.update(
                connection,
                "UPDATE \"main\".\"Seats_2026\" SET \"Price\" = ? WHERE \"Flight\" = ? AND"
                    + " \"RowNo\" = ?",
                new BigDecimal("3.5"),
                "LH3",
                1))
        .isEqualTo(1);
    assertThat(
            Tool.update(
                connection,
                "DELETE FROM \"main\".\"Seats_2026\" WHERE \"Flight\" = ? AND \"RowNo\" = ?",
                "LH3",
                1))
        .isEqualTo(1);
  }

  @Test
  void squirrelReadsByPositionAndEditsByEveryColumn() throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
      while (tables.next()) {
        assertThat(tables.getString(2)).isEqualTo("main");
        assertThat(tables.getString(4)).isEqualTo("TABLE");
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(100);
      try (ResultSet rows =
          statement.executeQuery("select tbl.Flight,tbl.RowNo from Seats_2026 tbl")) {
        assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
      }
    }
    String where =
        "  where Flight = ? and RowNo = ? and Passenger = ? and Class is null and Price = ? and"
            + " Meal = ?";
    Object[] before = {"LH1", 2, "bob", new BigDecimal("120"), "{\"kind\":\"any\"}"};
    assertThat(
            count(
                "select count(*) from Seats_2026 where Flight = 'LH1' and RowNo = 2 and Class is"
                    + " null and Price = 120"))
        .isEqualTo(1);
    List<Object> parameters = new ArrayList<>(List.of("B"));
    parameters.addAll(List.of(before));
    String update = "UPDATE Seats_2026 SET Class = ?" + where;
    assertThat(Tool.update(connection, update, parameters.toArray())).isEqualTo(1);
    assertThat(Tool.update(connection, update, parameters.toArray())).isZero();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO Seats_2026 ( Flight,RowNo,Passenger,Class,Price,Meal) VALUES ( ?, ?, ?, ?,"
                + " ?, ?)")) {
      insert.setString(1, "LH4");
      insert.setBigDecimal(2, BigDecimal.TEN);
      for (int i = 3; i <= 6; i++) {
        insert.setNull(i, Types.VARCHAR);
      }
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    assertThat(Tool.rows(connection, "SELECT * FROM Seats_2026 WHERE Flight = 'LH4'"))
        .containsExactly("LH4 10 null null null null");
  }

  @Test
  void dataGripChecksTheConnectionBetweenStatements() throws SQLException {
    for (String text :
        List.of(
            "SELECT * FROM Seats_2026 WHERE Flight = 'LH1'",
            "UPDATE Seats_2026 SET Class = 'C' WHERE Flight = 'LH1' AND RowNo = 1",
            "CREATE TABLE Notes (id STRING, PRIMARY KEY (id))",
            "DROP TABLE Notes")) {
      assertThat(connection.isValid(5)).isTrue();
      try (Statement statement = connection.createStatement()) {
        assertThat(statement.getMaxRows()).isZero();
        boolean rowsFollow = statement.execute(text);
        int results = 0;
        while (rowsFollow || statement.getUpdateCount() != -1) {
          results++;
          if (rowsFollow) {
            assertThat(statement.getResultSet().getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
          }
          rowsFollow = statement.getMoreResults();
          assertThat(results).isLessThan(10);
        }
        assertThat(results).isEqualTo(1);
      }
    }
  }

  private int count(String query) throws SQLException {
    return Integer.parseInt(Tool.rows(connection, query).get(0));
  }
}
