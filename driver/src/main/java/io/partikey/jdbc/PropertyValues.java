package io.partikey.jdbc;

import io.partikey.grammar.NearestName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The values that a URL and {@link Properties} give to the properties; those of the URL win. Values
 * are checked when they are read.
 */
final class PropertyValues {
  private final Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
  private final List<String> unknown = new ArrayList<>();

  private PropertyValues() {}

  /**
   * The values of a URL and of properties, whose defaults count too.
   *
   * @throws SQLException with state 22023 for an unknown property if the properties are to be
   *     strict
   */
  static PropertyValues of(Map<String, String> ofUrl, @Nullable Properties properties)
      throws SQLException {
    Map<String, String> all = new LinkedHashMap<>();
    if (properties != null) {
      // Not the entries: frameworks pass their values as defaults of an empty table.
      properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    }
    all.putAll(ofUrl);
    PropertyValues values = new PropertyValues();
    all.forEach(values::take);
    values.checkUnknown();
    return values;
  }

  private void take(String name, String value) {
    if (name.equals("user") || name.equals("password")) {
      return;
    }
    ConnectionProperty.named(name)
        .ifPresentOrElse(property -> given.put(property, value), () -> unknown.add(name));
  }

  private void checkUnknown() throws SQLException {
    if (!unknown.isEmpty() && bool(ConnectionProperty.STRICT_PROPERTIES)) {
      throw SqlExceptions.invalidArgument(unknownMessage(unknown.get(0)));
    }
  }

  /** One sentence for each property that does not exist. */
  List<String> warnings() {
    return unknown.stream().map(PropertyValues::unknownMessage).toList();
  }

  private static String unknownMessage(String name) {
    return "There is no property '"
        + name
        + "'; the nearest one is '"
        + NearestName.of(name, names())
        + "'";
  }

  private static Collection<String> names() {
    return Arrays.stream(ConnectionProperty.values())
        .map(ConnectionProperty::propertyName)
        .toList();
  }

  /** The value of a property as it was given, its default otherwise. */
  String text(ConnectionProperty property) throws SQLException {
    String value = given.getOrDefault(property, property.defaultValue());
    if (!property.choices().isEmpty()
        && !property.choices().contains(value)
        && given.containsKey(property)) {
      throw badValue(property, value, "one of " + String.join(", ", property.choices()));
    }
    return value;
  }

  /** The value of a property, another one where it has none. */
  String textOr(ConnectionProperty property, String otherwise) throws SQLException {
    String value = text(property);
    return value.isEmpty() ? otherwise : value;
  }

  boolean bool(ConnectionProperty property) throws SQLException {
    return text(property).equals("true");
  }

  int integer(ConnectionProperty property) throws SQLException {
    String value = text(property);
    if (!value.matches("[0-9]{1,9}")) {
      throw badValue(property, value, "a whole number, at least 0");
    }
    return Integer.parseInt(value);
  }

  <E extends Enum<E>> E choice(ConnectionProperty property, Class<E> type) throws SQLException {
    return ConnectionConfig.constant(type, text(property));
  }

  /** The given values of the properties that only a backend knows, checked. */
  Map<String, String> backendSettings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<ConnectionProperty, String> entry : given.entrySet()) {
      ConnectionProperty property = entry.getKey();
      if (property.forDynamoDb()) {
        if (property.type() == ConnectionProperty.Type.INTEGER) {
          integer(property);
        }
        settings.put(property.propertyName(), text(property));
      }
    }
    return settings;
  }

  private static SQLException badValue(ConnectionProperty property, String value, String expected) {
    String shown = property.secret() ? "the value given" : "'" + value + "'";
    return SqlExceptions.invalidArgument(
        "The property '"
            + property.propertyName()
            + "' cannot be "
            + shown
            + "; it takes "
            + expected);
  }
}
