package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class EndToEndTest {
  @Test
  void writesAndReads() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:partikey:mem:");
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "CREATE TABLE Orders (customer STRING, id NUMBER, PRIMARY KEY (customer, id))"))
          .isZero();
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO Orders (customer, id, total) VALUES (?, ?, ?)")) {
        insert.setString(1, "ada");
        insert.setInt(2, 1);
        insert.setBigDecimal(3, new BigDecimal("12.50"));
        assertThat(insert.executeUpdate()).isEqualTo(1);
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT * FROM Orders WHERE customer = 'ada' AND id = 1")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("customer")).isEqualTo("ada");
        assertThat(rows.getObject("total")).isEqualTo(new BigDecimal("12.5"));
        assertThat(rows.next()).isFalse();
      }
    }
  }
}
