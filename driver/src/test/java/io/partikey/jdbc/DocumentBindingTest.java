package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.item.AttributeValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Text that is bound to an attribute of maps: {@code Meal} in the airline's seats. */
class DocumentBindingTest {
  private static final String UPDATE =
      "UPDATE Seats_2026 SET Meal = ? WHERE Flight = 'LH1' AND RowNo = 1";

  private static int execute(Connection connection, String text, String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setString(1, parameter);
      return statement.executeUpdate();
    }
  }

  private static String meal(Connection connection, int row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM Seats_2026 WHERE Flight = 'LH1' AND RowNo = " + row)) {
      ResultSet rows = statement.executeQuery();
      rows.next();
      return String.valueOf(rows.getObject("Meal", AttributeValue.class));
    }
  }

  @Test
  void isReadAsJson() throws SQLException {
    try (Connection connection = Airline.open("")) {
      assertThat(execute(connection, UPDATE, "{\"kind\":\"any\",\"tags\":<<1,2>>}")).isEqualTo(1);
      assertThat(meal(connection, 1))
          .isEqualTo("{\"M\":{\"kind\":{\"S\":\"any\"},\"tags\":{\"NS\":[\"1\",\"2\"]}}}");
      execute(
          connection,
          "INSERT INTO Seats_2026 (Flight, RowNo, Meal) VALUES ('LH1', 9, ?)",
          "{\"kind\":1}");
      assertThat(meal(connection, 9)).isEqualTo("{\"M\":{\"kind\":{\"N\":\"1\"}}}");
    }
  }

  @Test
  void isRefusedWhereItIsNoJson() throws SQLException {
    try (Connection connection = Airline.open("")) {
      assertThatThrownBy(() -> execute(connection, UPDATE, "vegan"))
          .isInstanceOf(SQLDataException.class)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("22032");
      assertThat(meal(connection, 1)).isEqualTo("{\"M\":{\"kind\":{\"S\":\"vegan\"}}}");
    }
  }

  @Test
  void isComparedAsJson() throws SQLException {
    String update =
        "UPDATE Seats_2026 SET Class = 'B' WHERE Flight = 'LH1' AND RowNo = 1 AND Meal = ?";
    try (Connection connection = Airline.open("")) {
      assertThat(execute(connection, update, "{\"kind\":\"vegan\"}")).isEqualTo(1);
      assertThat(execute(connection, update, "{\"kind\":\"any\"}")).isZero();
      assertThat(execute(connection, update, "no JSON")).isZero();
    }
  }

  @Test
  void isTextWhereTheAttributeHasHeldText() throws SQLException {
    try (Connection connection = Airline.open("")) {
      connection
          .createStatement()
          .execute("INSERT INTO Seats_2026 (Flight, RowNo, Meal) VALUES ('LH2', 1, 'none')");
      execute(connection, UPDATE, "{\"kind\":\"any\"}");
      assertThat(meal(connection, 1)).isEqualTo("{\"S\":\"{\\\"kind\\\":\\\"any\\\"}\"}");
    }
  }

  @Test
  void goesByTheDeclaredTypeOfAnEmptyAttribute() throws SQLException {
    try (Connection connection = Airline.open("")) {
      connection
          .createStatement()
          .execute("CREATE TABLE Notes (id STRING, body MAP, PRIMARY KEY (id))");
      execute(connection, "INSERT INTO Notes (id, body) VALUES ('a', ?)", "{\"text\":\"x\"}");
      ResultSet rows =
          connection.createStatement().executeQuery("SELECT body.text FROM Notes WHERE id = 'a'");
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("x");
    }
  }

  @Test
  void isStoredAsItIsOrRefusedWhenAskedTo() throws SQLException {
    try (Connection storing = Airline.open("?documentBinding=string")) {
      execute(storing, UPDATE, "{}");
      assertThat(meal(storing, 1)).isEqualTo("{\"S\":\"{}\"}");
    }
    try (Connection strict = Airline.open("?documentBinding=strict")) {
      assertThatThrownBy(() -> execute(strict, UPDATE, "{}"))
          .hasMessageContaining("'Meal'")
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("22018");
    }
    try (Connection service = Airline.open("?dialect=dynamodb")) {
      execute(service, "UPDATE Seats_2026 SET Meal = ? WHERE Flight = 'LH1' AND RowNo = 1", "{}");
      assertThat(meal(service, 1)).isEqualTo("{\"S\":\"{}\"}");
    }
  }
}
