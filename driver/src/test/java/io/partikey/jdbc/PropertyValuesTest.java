package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.BackendOptions.Durability;
import io.partikey.jdbc.ConnectionConfig.RowFormat;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PropertyValuesTest {
  private static ConnectionConfig config(Map<String, String> properties) throws SQLException {
    return ConnectionConfig.of(PropertyValues.of(properties, null));
  }

  @Test
  void hasDefaults() throws SQLException {
    ConnectionConfig config = config(Map.of());
    assertThat(config.dialect()).isEqualTo(Dialect.SQL);
    assertThat(config.scan()).isEqualTo(ScanPolicy.REJECT);
    assertThat(config.durability()).isEqualTo(Durability.COMMIT);
    assertThat(config.readOnly()).isFalse();
    assertThat(config.nullRemoves()).isTrue();
    assertThat(config.rowFormat()).isEqualTo(RowFormat.COLUMNS);
    assertThat(config.maxColumns()).isEqualTo(400);
    assertThat(config.plannerWarmup()).isTrue();
    assertThat(config.backendSettings()).isEmpty();
  }

  @Test
  void bindsNullAsTheDialectHasIt() throws SQLException {
    assertThat(config(Map.of("dialect", "dynamodb")).nullRemoves()).isFalse();
    assertThat(config(Map.of("dialect", "dynamodb", "nullBinding", "remove")).nullRemoves())
        .isTrue();
    assertThat(config(Map.of("nullBinding", "null")).nullRemoves()).isFalse();
  }

  @Test
  void readsDefaultsOfProperties() throws SQLException {
    Properties defaults = new Properties();
    defaults.setProperty("scan", "allow");
    PropertyValues values = PropertyValues.of(Map.of(), new Properties(defaults));
    assertThat(ConnectionConfig.of(values).scan()).isEqualTo(ScanPolicy.ALLOW);
  }

  @Test
  void letsTheUrlWin() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("scan", "allow");
    PropertyValues values = PropertyValues.of(Map.of("scan", "bounded"), properties);
    assertThat(ConnectionConfig.of(values).scan()).isEqualTo(ScanPolicy.BOUNDED);
  }

  @Test
  void warnsOfUnknownPropertiesWithTheNearestName() throws SQLException {
    PropertyValues values = PropertyValues.of(Map.of("scann", "allow", "user", "sa"), null);
    assertThat(values.warnings())
        .containsExactly("There is no property 'scann'; the nearest one is 'scan'");
  }

  @Test
  void refusesUnknownPropertiesWhenStrict() {
    assertThatThrownBy(
            () -> PropertyValues.of(Map.of("readonly", "x", "strictProperties", "true"), null))
        .hasMessage("There is no property 'readonly'; the nearest one is 'readOnly'");
  }

  @Test
  void namesPropertyValueAndChoicesOfABadValue() {
    assertThatThrownBy(() -> config(Map.of("scan", "always")))
        .hasMessage(
            "The property 'scan' cannot be 'always'; it takes one of reject, bounded, allow")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("22023");
    assertThatThrownBy(() -> config(Map.of("maxColumns", "-1")))
        .hasMessage(
            "The property 'maxColumns' cannot be '-1'; it takes a whole number, at least 0");
    assertThatThrownBy(() -> config(Map.of("readOnly", "yes")))
        .hasMessage("The property 'readOnly' cannot be 'yes'; it takes one of true, false");
  }

  @Test
  void handsBackendSettingsOn() throws SQLException {
    assertThat(config(Map.of("endpoint", "http://localhost:8000", "sample", "5")).backendSettings())
        .isEqualTo(Map.of("endpoint", "http://localhost:8000", "sample", "5"));
    assertThatThrownBy(() -> config(Map.of("sample", "many"))).hasMessageContaining("'sample'");
  }
}
