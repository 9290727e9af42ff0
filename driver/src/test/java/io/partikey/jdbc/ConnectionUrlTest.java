package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendAddress.Kind;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:partikey:mem:orders, MEMORY, orders",
    "jdbc:partikey:mem:, MEMORY, ''",
    "jdbc:partikey:file:/var/data, FILE, /var/data",
    "jdbc:partikey:file:C:\\data, FILE, C:\\data",
    "jdbc:partikey:file:a%3Fb%25c+d, FILE, a?b%c+d",
    "jdbc:partikey:file:caf%C3%A9?scan=allow, FILE, café",
    "jdbc:partikey:dynamodb:eu-west-1, DYNAMODB, eu-west-1"
  })
  void readsKindAndName(String url, Kind kind, String name) throws SQLException {
    assertThat(ConnectionUrl.parse(url).address()).isEqualTo(new BackendAddress(kind, name));
  }

  @Test
  void readsProperties() throws SQLException {
    assertThat(ConnectionUrl.parse("jdbc:partikey:mem:a?scan=allow&&x=%26%3D+1").properties())
        .containsExactly(entry("scan", "allow"), entry("x", "&=+1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:partikey:",
        "jdbc:partikey:mem",
        "jdbc:partikey:disk:x",
        "jdbc:partikey:file:",
        "jdbc:partikey:dynamodb:",
        "jdbc:partikey:mem:a?scan",
        "jdbc:partikey:mem:a?=allow",
        "jdbc:partikey:mem:a?scan=allow&scan=reject",
        "jdbc:partikey:mem:%4",
      })
  void refusesWhatIsNotWellFormed(String url) {
    assertThatThrownBy(() -> ConnectionUrl.parse(url))
        .isInstanceOf(SQLNonTransientConnectionException.class)
        .hasMessageStartingWith("The URL 'jdbc:partikey:")
        .hasMessageContaining("jdbc:partikey:mem:NAME")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("08001");
  }

  @Test
  void showsNoPropertiesInErrors() {
    assertThatThrownBy(
            () -> ConnectionUrl.parse("jdbc:partikey:mem:a?secretAccessKey=geheim&secretAccessKey"))
        .message()
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:partikey:mem:a", "jdbc:partikey:file:/a%3Fb%25c+d"})
  void opensTheSameDatabaseAgainWithoutProperties(String url) throws SQLException {
    ConnectionUrl parsed = ConnectionUrl.parse(url + "?secretAccessKey=x");
    assertThat(parsed.withoutProperties()).isEqualTo(url);
    assertThat(ConnectionUrl.parse(parsed.withoutProperties()).address())
        .isEqualTo(parsed.address());
  }
}
