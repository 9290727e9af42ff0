package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours 9 and 10: several connections on one directory, and the texts that tools send. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(60)
class SharingAndTextsIT {
  @TempDir private Path directory;

  private final List<Connection> opened = new ArrayList<>();

  private Connection connect() throws SQLException {
    Connection connection = Tool.connect("file:" + directory.resolve("data") + "?scan=bounded");
    opened.add(connection);
    return connection;
  }

  @AfterEach
  void close() throws SQLException {
    for (Connection connection : opened) {
      connection.close();
    }
  }

  @Test
  @Order(9)
  void connectionsShareADirectoryWhichTheLastOneReleases() throws Exception {
    Connection first = connect();
    Tool.fill(first);
    Connection metadata = connect();
    try (Statement pages = first.createStatement();
        Statement cells = first.createStatement()) {
      ResultSet rows = pages.executeQuery("SELECT * FROM Seats_2026 LIMIT 3");
      rows.next();
      ResultSet columns = metadata.getMetaData().getColumns(null, null, "Seats_2026", null);
      columns.next();
      assertThat(
              cells
                  .executeQuery("SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 2")
                  .next())
          .isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(columns.next()).isTrue();
    }
    first.close();
    assertThat(metadata.isValid(0)).isTrue();
    metadata.close();

    ToolProcess holder = ToolProcess.holding(directory.resolve("data"));
    try {
      assertThatThrownBy(this::connect)
          .isInstanceOf(SQLNonTransientConnectionException.class)
          .hasMessageContaining(String.valueOf(holder.pid()))
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("08001");
    } finally {
      holder.end();
    }
    assertThat(connect().isValid(0)).isTrue();
  }

  @Test
  @Order(10)
  void theTextsThatToolsGenerateAreTaken() throws SQLException {
    try (Connection connection = Tool.airline("?scan=bounded")) {
      for (String text : queries()) {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
          statement.setMaxRows(10);
          int parameters = statement.getParameterMetaData().getParameterCount();
          for (int i = 1; i <= parameters; i++) {
            statement.setObject(i, i == 1 ? "LH1" : 1);
          }
          assertThat(statement.execute()).as(text).isTrue();
        }
      }
      assertThat(Tool.rows(connection, "SELECT * FROM \"Seats_2026\" WHERE ( 0 = 1 )")).isEmpty();
      assertThat(Tool.rows(connection, "SELECT COUNT(*) FROM Seats_2026 ;")).containsExactly("3");
      assertThat(
              Tool.rows(
                  connection,
                  "SELECT RowNo FROM Seats_2026 tbl WHERE Flight='LH1' ORDER BY 1 DESC"))
          .containsExactly("3", "2", "1");
      assertThat(
              Tool.update(
                  connection, "INSERT INTO Seats_2026 (Flight,RowNo)\n\tVALUES (?,?)", "LH2", 1))
          .isEqualTo(1);
      assertThat(
              Tool.update(
                  connection,
                  "UPDATE Seats_2026 SET Class = ?  where Flight = ? and RowNo = ? and Price is null",
                  "B",
                  "LH2",
                  1))
          .isEqualTo(1);
      assertThat(
              Tool.update(
                  connection, "DELETE FROM Seats_2026\n\tWHERE Flight=? AND RowNo=?", "LH2", 1))
          .isEqualTo(1);
      assertThat(connection.nativeSQL("SELECT {d '2026-01-02'}, {'a': 1}"))
          .isEqualToNormalizingWhitespace("SELECT '2026-01-02' , {'a': 1}");
    }
  }

  private static List<String> queries() {
    return """
        SELECT * FROM Seats_2026
        SELECT * FROM "Seats_2026" WHERE ( 0 = 1 )
        SELECT * FROM Seats_2026 WHERE 1=0
        SELECT tbl.Flight,tbl.RowNo FROM Seats_2026 tbl WHERE tbl.Flight = 'LH1'
        select tbl.Flight,tbl.RowNo from Seats_2026 tbl
        SELECT * FROM Seats_2026 tbl
        SELECT * FROM Seats_2026 AS tbl
        SELECT "Seats_2026"."RowNo" FROM "Seats_2026" WHERE "Seats_2026"."Flight" = ? AND "Seats_2026"."RowNo" = ?
        SELECT * FROM "main"."Seats_2026" WHERE "Flight" = 'LH1'
        SELECT * FROM "Seats_2026"."ByPassenger" WHERE Passenger = 'ada'
        SELECT COUNT(*) FROM Seats_2026
        SELECT COUNT(*) FROM Seats_2026 WHERE Flight = 'LH1'
        SELECT COUNT(*) FROM (SELECT * FROM Seats_2026 WHERE Flight = 'LH1') dbvrcnt
        SELECT * FROM (SELECT * FROM Seats_2026 WHERE Flight = 'LH1') z_q WHERE RowNo = 1
        SELECT * FROM Seats_2026 WHERE Flight='LH1' AND RowNo=5
        SELECT * FROM Seats_2026 WHERE Flight='LH1' AND Passenger LIKE 'a%'
        SELECT * FROM Seats_2026 WHERE Flight IN ('LH1','LH2')
        SELECT * FROM Seats_2026 WHERE Flight='LH1' AND Class IS NULL
        SELECT * FROM Seats_2026 WHERE Flight='LH1' AND Class IS NOT NULL
        SELECT * FROM Seats_2026 WHERE Flight='LH1' AND RowNo BETWEEN 1 AND 2
        SELECT * FROM Seats_2026 WHERE Flight='LH1' AND NOT (Passenger = 'ada' OR Passenger = 'bob')
        SELECT * FROM Seats_2026 WHERE Flight='LH1' ORDER BY RowNo DESC
        SELECT Flight, RowNo FROM Seats_2026 WHERE Flight='LH1' ORDER BY 2 ASC, 1
        -- first a comment
        /* and */ SELECT * FROM Seats_2026 WHERE Flight = 'LH1' -- to the end;
        EXPLAIN SELECT * FROM Seats_2026 WHERE Flight = 'LH1' ;
        SELECT {fn UCASE(Passenger)} FROM Seats_2026 WHERE Flight = 'LH1'
        SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND Passenger LIKE 'a\\_%' {escape '\\'}
        SELECT "we""ird" FROM Seats_2026 WHERE Flight = 'LH1'
        """
        .lines()
        .filter(line -> !line.startsWith("--"))
        .toList();
  }
}
