package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * H2's linked tables, which choose by the metadata alone how names are written and what numbers
 * become, with no setting of a person in between.
 */
class H2LinkedTableIT {
  private static final String DATABASE = "h2";

  @Test
  void readsNamesThatDifferOnlyInCaseAndAllDigits() throws SQLException {
    String url = Airline.url(DATABASE) + "?scan=allow";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
        Statement linked = h2.createStatement()) {
      statement.execute("CREATE TABLE Numbers (id STRING, PRIMARY KEY (id))");
      statement.execute(
          "INSERT INTO Numbers VALUE {'id': 'a', 'n': 9007199254740993,"
              + " 'N': 12345678901234567890123456789012345678}");
      statement.execute(
          "INSERT INTO Numbers VALUE {'id': 'b', 'n': 0.00000000000000012345, 'N': -1.5}");
      linked.execute(
          "CREATE LINKED TABLE numbers ('io.partikey.jdbc.PartiKeyDriver', '"
              + url
              + "', '', '', 'main', 'Numbers')");
      try (ResultSet rows =
          linked.executeQuery("SELECT \"N\", \"n\" FROM numbers ORDER BY \"id\"")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject(1))
            .isEqualTo(new BigDecimal("12345678901234567890123456789012345678"));
        assertThat(rows.getObject(2)).isEqualTo(new BigDecimal("9007199254740993"));
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject(1)).isEqualTo(new BigDecimal("-1.5"));
        assertThat(rows.getObject(2)).isEqualTo(new BigDecimal("0.00000000000000012345"));
        assertThat(rows.next()).isFalse();
      }
    } finally {
      Airline.shutDown(DATABASE);
    }
  }
}
