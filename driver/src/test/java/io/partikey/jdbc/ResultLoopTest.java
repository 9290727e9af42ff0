package io.partikey.jdbc;

import static io.partikey.jdbc.Connections.columns;
import static io.partikey.jdbc.Connections.row;
import static io.partikey.jdbc.Connections.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loops by which clients go through the results of a statement, each of which must end. */
class ResultLoopTest {
  private static final int MOST_TURNS = 10;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    ScriptedPlanner planner =
        new ScriptedPlanner()
            .query("SELECT", columns("a"), List.of(row(text("1")), row(text("2"))))
            .query("SELECT EMPTY", columns("a"), List.of())
            .query("EXPLAIN", columns("plan"), List.of(row(text("KeyGet"))))
            .write("INSERT", 1)
            .write("UPDATE NOTHING", 0)
            .definition("CREATE");
    connection = Connections.open(new FakeBackend(), planner);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT, 2, -1",
    "SELECT EMPTY, 0, -1",
    "EXPLAIN, 1, -1",
    "INSERT, -1, 1",
    "UPDATE NOTHING, -1, 0",
    "CREATE, -1, 0"
  })
  void dataGripSeesOneResult(String text, int rows, int count) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean isResultSet = statement.execute(text);
      int turns = 0;
      int rowsSeen = -1;
      int countSeen = -1;
      while (isResultSet || statement.getUpdateCount() != -1) {
        if (isResultSet) {
          rowsSeen = count(statement.getResultSet());
        } else {
          countSeen = statement.getUpdateCount();
        }
        isResultSet = statement.getMoreResults();
        assertThat(turns++).isLessThan(MOST_TURNS);
      }
      assertThat(turns).isEqualTo(1);
      assertThat(rowsSeen).isEqualTo(rows);
      assertThat(countSeen).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @CsvSource({"SELECT, 1", "SELECT EMPTY, 1", "INSERT, 0", "UPDATE NOTHING, 0", "CREATE, 0"})
  void myBatisFindsItsResultSets(String text, int expected) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
      ResultSet resultSet = statement.getResultSet();
      int turns = 0;
      while (resultSet == null) {
        if (statement.getMoreResults()) {
          resultSet = statement.getResultSet();
        } else if (statement.getUpdateCount() == -1) {
          break;
        }
        assertThat(turns++).isLessThan(MOST_TURNS);
      }
      int found = 0;
      while (resultSet != null) {
        found++;
        while (!resultSet.isClosed() && resultSet.next()) {
          assertThat(turns++).isLessThan(MOST_TURNS);
        }
        assertThat(resultSet.isClosed()).isFalse();
        boolean more = statement.getMoreResults() || statement.getUpdateCount() != -1;
        resultSet = more ? statement.getResultSet() : null;
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"SELECT", "SELECT EMPTY", "INSERT", "UPDATE NOTHING", "CREATE", "EXPLAIN"})
  void squirrelEndsWithoutMoreResults(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
      int turns = 0;
      do {
        if (statement.getUpdateCount() == -1) {
          assertThat(statement.getResultSet()).isNotNull();
        } else {
          assertThat(statement.getResultSet()).isNull();
        }
        assertThat(turns++).isLessThan(MOST_TURNS);
      } while (statement.getMoreResults() || statement.getUpdateCount() != -1);
      assertThat(turns).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"SELECT", "INSERT", "CREATE"})
  void flywayCountsUntilThereIsNone(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean hasResults = statement.execute(text);
      int turns = 0;
      while (hasResults || statement.getUpdateCount() != -1) {
        hasResults = statement.getMoreResults();
        assertThat(turns++).isLessThan(MOST_TURNS);
      }
    }
  }

  private static int count(ResultSet resultSet) throws SQLException {
    int rows = 0;
    while (resultSet.next()) {
      rows++;
      assertThat(rows).isLessThan(MOST_TURNS);
    }
    return rows;
  }
}
