package io.partikey.engine.item;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTest {
  @Test
  void setsAreSortedAndWithoutRepetition() {
    assertThat(StringSetValue.of(List.of("b", "😀", "\uffff", "b", "B")).elements())
        .containsExactly("B", "b", "\uffff", "😀");
    assertThat(NumberSetValue.of(List.of(number("10"), number("9"), number("9.0"))).elements())
        .containsExactly(number("9"), number("10"));
    assertThat(BinarySetValue.of(List.of(binary(255), binary(1))).elements())
        .containsExactly(binary(1), binary(255));
  }

  @Test
  void setsAreNeverEmpty() {
    String invalid = "One or more parameter values were invalid: ";
    assertThatThrownBy(() -> StringSetValue.of(List.of()))
        .isInstanceOf(EngineException.class)
        .hasMessage(invalid + "An string set  may not be empty");
    assertThatThrownBy(() -> NumberSetValue.of(List.of()))
        .hasMessage(invalid + "An number set  may not be empty");
    assertThatThrownBy(() -> BinarySetValue.of(List.of()))
        .hasMessage(invalid + "Binary sets should not be empty");
  }

  @Test
  void setsMadeInAnotherOrderAreStillInTheirs() {
    TreeSet<String> utf16 = new TreeSet<>(List.of("\uffff", "😀"));

    assertThat(new StringSetValue(utf16).elements()).containsExactly("\uffff", "😀");
  }

  @Test
  void valuesDoNotChangeWithWhatTheyWereMadeOf() {
    byte[] bytes = {1};
    List<AttributeValue> elements = new ArrayList<>(List.of(value(1)));
    Map<String, AttributeValue> members = new HashMap<>(Map.of("a", value(1)));
    BinaryValue binary = BinaryValue.copyOf(bytes);
    ListValue list = new ListValue(elements);
    MapValue map = new MapValue(members);
    Item item = new Item(members);

    bytes[0] = 2;
    binary.toByteArray()[0] = 2;
    elements.clear();
    members.clear();

    assertThat(binary).isEqualTo(binary(1));
    assertThat(list).isEqualTo(value(List.of(1)));
    assertThat(map).isEqualTo(map("a", 1));
    assertThat(item).isEqualTo(item("a", 1));
  }

  @Test
  void writesBinariesInBase64() {
    assertThat(binary(0, 255, 16).toBase64()).isEqualTo("AP8Q");
    assertThat(binary(7, 8).asReadOnlyBuffer().remaining()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(AttributeType.class)
  void typesAreFoundByTheirCode(AttributeType type) {
    assertThat(AttributeType.find(type.name())).contains(type);
    assertThat(AttributeType.find(type.name().toLowerCase(Locale.ROOT))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "S, true, false, false",
    "N, true, false, false",
    "B, true, false, false",
    "BOOL, false, false, false",
    "NULL, false, false, false",
    "L, false, true, false",
    "M, false, true, false",
    "SS, false, true, true",
    "NS, false, true, true",
    "BS, false, true, true"
  })
  void typesAreSorted(AttributeType type, boolean key, boolean document, boolean set) {
    assertThat(type.isKeyType()).isEqualTo(key);
    assertThat(type.isDocument()).isEqualTo(document);
    assertThat(type.isSet()).isEqualTo(set);
  }

  @Test
  void pathsLeadIntoDocuments() {
    Item item = item("a", List.of(map("b", List.of(10, 20)), "x"), "c", map("0", "zero"));

    assertThat(path("a", 0, "b", 1).resolve(item)).isEqualTo(value(20));
    assertThat(path("c", "0").resolve(item)).isEqualTo(value("zero"));
    assertThat(path("a").resolve(item)).isEqualTo(item.get("a"));
    assertThat(path("a", 0, "b", 1)).hasToString("a[0].b[1]");
  }

  @Test
  void pathsThatLeadNowhereFindNothing() {
    Item item = item("a", List.of(map("b", 1)), "c", map("0", "zero"), "t", "text");

    for (DocumentPath path :
        List.of(
            path("z"),
            path("a", 1),
            path("a", "b"),
            path("c", 0),
            path("a", 0, "z"),
            path("a", 0, "b", 0),
            path("t", 0),
            path("z", "y"))) {
      assertThat(path.resolve(item)).as(path.toString()).isNull();
    }
  }

  @Test
  void refusesNegativeIndexes() {
    assertThatThrownBy(() -> new PathStep.Element(-1)).hasMessage("index is negative: -1");
  }

  private static NumberValue number(String text) {
    return NumberValue.parse(text);
  }

  private static DocumentPath path(String attribute, Object... steps) {
    List<PathStep> path = new ArrayList<>();
    for (Object step : steps) {
      path.add(
          step instanceof Integer index
              ? new PathStep.Element(index)
              : new PathStep.Member((String) step));
    }
    return new DocumentPath(attribute, path);
  }
}
