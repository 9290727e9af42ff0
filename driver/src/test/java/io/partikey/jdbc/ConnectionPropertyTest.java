package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.GoldenFile;
import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionPropertyTest {
  private static final Path DOCUMENTATION = Path.of("..", "docs", "jdbc.md");
  private static final String BEGIN = "<!-- properties -->\n";
  private static final String END = "<!-- end of properties -->";

  @Test
  void namesAreUniqueAndSpeltAlike() {
    assertThat(ConnectionProperty.values())
        .extracting(ConnectionProperty::propertyName)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]*"));
  }

  @ParameterizedTest
  @EnumSource
  void defaultsAreAmongTheChoices(ConnectionProperty property) {
    if (!property.choices().isEmpty() && !property.defaultValue().isEmpty()) {
      assertThat(property.choices()).contains(property.defaultValue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasGetterAndSetterInTheDataSource(ConnectionProperty property) throws Exception {
    BeanInfo bean = Introspector.getBeanInfo(PartiKeyDataSource.class);
    Map<String, PropertyDescriptor> descriptors =
        Arrays.stream(bean.getPropertyDescriptors())
            .collect(Collectors.toMap(PropertyDescriptor::getName, Function.identity()));
    PropertyDescriptor descriptor = descriptors.get(property.propertyName());
    assertThat(descriptor).as(property.propertyName()).isNotNull();
    PartiKeyDataSource source = new PartiKeyDataSource();
    Object value =
        switch (property.type()) {
          case BOOLEAN -> !Boolean.parseBoolean(property.defaultValue());
          case INTEGER -> 17;
          case CHOICE, TEXT, SECRET -> "something";
        };
    assertThat(descriptor.getReadMethod().invoke(source)).isNotEqualTo(value);
    descriptor.getWriteMethod().invoke(source, value);
    assertThat(descriptor.getReadMethod().invoke(source)).isEqualTo(value);
  }

  @Test
  void standsInTheDocumentation() {
    GoldenFile.check(
        DOCUMENTATION,
        page ->
            page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + table()
                + page.substring(page.indexOf(END)));
  }

  private static String table() {
    return Arrays.stream(ConnectionProperty.values())
        .map(ConnectionPropertyTest::line)
        .collect(
            Collectors.joining(
                "\n",
                "| Property | Values | Default | What it is for |\n| --- | --- | --- | --- |\n",
                "\n"));
  }

  private static String line(ConnectionProperty property) {
    String values =
        property.choices().isEmpty()
            ? switch (property.type()) {
              case INTEGER -> "a number";
              case SECRET -> "text, never shown";
              case CHOICE, BOOLEAN, TEXT -> "text";
            }
            : property.choices().stream()
                .map(choice -> "`" + choice + "`")
                .collect(Collectors.joining(", "));
    String defaultValue =
        property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(property.propertyName(), values, defaultValue, property.description());
  }
}
