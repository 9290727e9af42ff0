package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver on the planner and the embedded store. */
class EndToEndTest {
  private static final String PRICE_OF_FIRST =
      "SELECT Price FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1";

  private static BigDecimal price(Connection connection) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery(PRICE_OF_FIRST)) {
      rows.next();
      return rows.getBigDecimal(1);
    }
  }

  private static int setPrice(Connection connection, int price) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE Seats_2026 SET Price = ? WHERE Flight = 'LH1' AND RowNo = 1")) {
      statement.setInt(1, price);
      return statement.executeUpdate();
    }
  }

  @Test
  void sharesADirectoryAmongConnections(@TempDir Path directory) throws SQLException {
    String url =
        "jdbc:partikey:file:" + directory.resolve("data%base").toString().replace("%", "%25");
    try (Connection first = DriverManager.getConnection(url);
        Connection second = DriverManager.getConnection(url)) {
      Airline.create(first);
      assertThat(setPrice(second, 5)).isEqualTo(1);
      assertThat(price(first)).isEqualTo("5");
    }
    try (Connection later = DriverManager.getConnection(url + "?readOnly=true")) {
      assertThat(price(later)).isEqualTo("5");
      assertState("25006", () -> setPrice(later, 6));
    }
  }

  @Test
  void warnsOfAttributesThatNoItemHas() throws SQLException {
    String query = "SELECT Prise FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1";
    try (Connection connection = Airline.open("");
        Statement statement = connection.createStatement()) {
      statement.execute(query);
      assertThat((Throwable) statement.getWarnings())
          .hasMessage(
              "No item of table Seats_2026 has ever had an attribute \"Prise\"."
                  + " Did you mean \"Price\"?");
      statement.execute(PRICE_OF_FIRST);
      assertThat((Throwable) statement.getWarnings()).isNull();
      connection.setAutoCommit(false);
      statement.execute("UPDATE Seats_2026 SET Prise = 1 WHERE Flight = 'LH1' AND RowNo = 1");
      statement.execute(query);
      assertThat((Throwable) statement.getWarnings()).isNull();
      connection.rollback();
    }
  }

  @Test
  void forgetsAPrivateDatabase() throws SQLException {
    try (Connection first = Airline.open("");
        Connection second = DriverManager.getConnection("jdbc:partikey:mem:")) {
      assertThat(price(first)).isEqualTo("99.5");
      assertThatThrownBy(() -> price(second)).isInstanceOf(SQLSyntaxErrorException.class);
    }
  }

  @Test
  void readsItsOwnWritesAndRollsThemBack() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:partikey:mem:rollback");
        Connection other = DriverManager.getConnection("jdbc:partikey:mem:rollback")) {
      Airline.create(connection);
      connection.setAutoCommit(false);
      setPrice(connection, 1);
      assertThat(price(connection)).isEqualTo("1");
      assertThat(price(other)).isEqualTo("99.5");
      Savepoint savepoint = connection.setSavepoint();
      setPrice(connection, 2);
      connection.rollback(savepoint);
      assertThat(price(connection)).isEqualTo("1");
      connection.rollback();
      assertThat(price(connection)).isEqualTo("99.5");
      setPrice(connection, 3);
      connection.commit();
      assertThat(price(other)).isEqualTo("3");
      connection.setAutoCommit(true);
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  @Test
  void refusesTheSlowerOfTwoTransactions() throws SQLException {
    try (Connection first = DriverManager.getConnection("jdbc:partikey:mem:conflict");
        Connection second = DriverManager.getConnection("jdbc:partikey:mem:conflict")) {
      Airline.create(first);
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      setPrice(first, price(first).intValue() + 1);
      setPrice(second, price(second).intValue() + 2);
      first.commit();
      assertThatThrownBy(second::commit).isInstanceOf(SQLTransactionRollbackException.class);
      assertThat(price(second)).isEqualTo("100");
      second.rollback();
      second.setAutoCommit(true);
      first.createStatement().execute("SHUTDOWN");
      assertThat(second.isValid(0)).isFalse();
    }
  }

  @Test
  void tellsErrorsByStateAndClass() throws SQLException {
    try (Connection connection = Airline.open("")) {
      Statement statement = connection.createStatement();
      assertThatThrownBy(
              () -> statement.execute("INSERT INTO Seats_2026 (Flight, RowNo) VALUES ('LH1', 1)"))
          .isInstanceOf(SQLIntegrityConstraintViolationException.class)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("23505");
      assertState("42601", () -> statement.execute("SELEC 1"));
      assertState("42P01", () -> statement.execute("SELECT * FROM Nowhere WHERE a = 1"));
      assertState("42P10", () -> statement.execute("SELECT * FROM Seats_2026"));
      assertThatThrownBy(() -> statement.execute("SELECT *\n  FRM Seats_2026"))
          .hasMessageStartingWith("line 2:3: ")
          .satisfies(
              error ->
                  assertThat(StatementPositions.of((SQLException) error).orElseThrow().line())
                      .isEqualTo(2));
    }
  }

  @Test
  void speaksLikeTheService() throws SQLException {
    try (Connection connection = Airline.open("?dialect=dynamodb&rowFormat=dynamodb-json")) {
      Statement statement = connection.createStatement();
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "UPDATE Seats_2026 SET Price = 1 WHERE Flight = 'LH1' AND RowNo = 77"))
          .hasMessage("ConditionalCheckFailedException: The conditional request failed");
      ResultSet rows =
          statement.executeQuery(
              "SELECT RowNo, Meal FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = 1");
      rows.next();
      assertThat(rows.getString("item"))
          .isEqualTo("{\"RowNo\":{\"N\":\"1\"},\"Meal\":{\"M\":{\"kind\":{\"S\":\"vegan\"}}}}");
    }
  }

  @Test
  void explainsAndCounts() throws SQLException {
    try (Connection connection = Airline.open("");
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("EXPLAIN " + PRICE_OF_FIRST)).isTrue();
      assertThat(statement.getResultSet().next()).isTrue();
      ResultSet rows = statement.executeQuery("SELECT * FROM Seats_2026 WHERE Flight = 'LH1'");
      while (rows.next()) {
        rows.getString(1);
      }
      PartiKeyStatement ours = statement.unwrap(PartiKeyStatement.class);
      assertThat(ours.itemsRead()).isEqualTo(3);
      assertThat(ours.consumedCapacity().byTarget()).containsOnlyKeys("Seats_2026");
      assertThat(ours.consumedCapacity().readUnits()).isEqualTo(0.5);
    }
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo(state);
  }
}
