package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartiKeyDriverTest {
  private final PartiKeyDriver driver = new PartiKeyDriver();

  @Test
  void isFoundByItsServiceFile() throws SQLException {
    assertThat(ServiceLoader.load(Driver.class).stream())
        .anyMatch(provider -> provider.type() == PartiKeyDriver.class);
    assertThat(DriverManager.getDriver("jdbc:partikey:mem:x")).isInstanceOf(PartiKeyDriver.class);
  }

  @Test
  void leavesOtherUrlsToOthers() throws SQLException {
    assertThat(driver.acceptsURL("jdbc:h2:mem:x")).isFalse();
    assertThat(driver.connect("jdbc:h2:mem:x", new Properties())).isNull();
    assertThat(driver.acceptsURL("jdbc:partikey:nonsense")).isTrue();
    assertThatThrownBy(() -> driver.acceptsURL(null)).isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "jdbc:partikey:",
        "jdbc:partikey:file:?scan",
        "jdbc:other:x",
        "jdbc:partikey:mem:%"
      })
  void listsEveryPropertyOfAnyUrl(String url) throws SQLException {
    assertThat(driver.getPropertyInfo(url, null))
        .extracting(info -> info.name)
        .containsExactly(
            Arrays.stream(ConnectionProperty.values())
                .map(ConnectionProperty::propertyName)
                .toArray(String[]::new));
  }

  @Test
  void describesProperties() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("dialect", "dynamodb");
    DriverPropertyInfo[] infos =
        driver.getPropertyInfo("jdbc:partikey:mem:x?scan=allow", properties);
    assertThat(infos[0].value).isEqualTo("dynamodb");
    assertThat(infos[0].choices).containsExactly("sql", "dynamodb");
    assertThat(infos[1].value).isEqualTo("allow");
    assertThat(infos).allMatch(info -> !info.required && !info.description.isEmpty());
  }

  @Test
  void saysWhatIsMissingForDynamoDb() {
    assertThatThrownBy(() -> driver.connect("jdbc:partikey:dynamodb:eu-west-1", null))
        .hasMessageContaining("put partikey-dynamodb with the AWS SDK on the class path")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("08001");
  }

  @Test
  void knowsItsVersion() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(pom).contains("<version>" + DriverInfo.VERSION + "</version>");
    assertThat(DriverInfo.VERSION)
        .startsWith(driver.getMajorVersion() + "." + driver.getMinorVersion() + ".");
    assertThat(driver.jdbcCompliant()).isFalse();
  }
}
