package io.partikey.engine.item;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoJsonTest {
  private static final String INVALID = "One or more parameter values were invalid: ";

  @Provide
  Arbitrary<Item> items() {
    return AnyValue.item();
  }

  @Property
  void readsBackWhatItWrites(@ForAll("items") Item item) {
    Item read = DynamoJson.readItem(item.toJson());

    assertThat(read).isEqualTo(item);
    assertThat(read.attributes().keySet()).containsExactlyElementsOf(item.attributes().keySet());
  }

  @Test
  void readsNamesOfAsManyBytesAsAnAttributeMayHave() {
    String name = "x".repeat(ItemLimits.MAX_NAME_BYTES);

    Item item = DynamoJson.readItem("{\"" + name + "\": {\"S\": \"a\"}}");

    assertThat(item.attributes()).containsOnlyKeys(name);
  }

  @Test
  void tellsThePlaceOfATokenThatIsTooLong() {
    assertThatThrownBy(() -> DynamoJson.readItem("{\"a\": {\"S\": " + "1".repeat(5000) + "}}"))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("Not DynamoDB JSON at line 1, column ");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("{'S':'text'}", value("text")),
        Arguments.of("{'N':'1000'}", NumberValue.parse("1E3")),
        Arguments.of("{'B':'AP8='}", binary(0, 255)),
        Arguments.of("{'BOOL':false}", value(false)),
        Arguments.of("{'NULL':true}", value(null)),
        Arguments.of("{'L':[{'N':'1'},{'L':[]}]}", value(List.of(1, List.of()))),
        Arguments.of("{'M':{'b':{'S':''},'a':{'M':{}}}}", map("b", "", "a", map())),
        Arguments.of("{'SS':['a','b']}", value(Set.of("b", "a"))),
        Arguments.of("{'NS':['-1','2.5']}", value(Set.of(2.5, -1))),
        Arguments.of("{'BS':['AQ==','/w==']}", value(Set.of(binary(255), binary(1)))));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hasOneTextForEachValue(String singleQuoted, AttributeValue value) {
    String text = singleQuoted.replace('\'', '"');

    assertThat(value.toJson()).isEqualTo(text);
    assertThat(AttributeValue.fromJson(text)).isEqualTo(value);
  }

  @Test
  void readsItems() {
    assertThat(DynamoJson.readItem("{ \"a\" : {\"N\":\"1.0\"} }")).isEqualTo(item("a", 1));
    assertThat(DynamoJson.readItem("{}")).isEqualTo(Item.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "[]",
        "{\"X\":1}",
        "{\"S\":1}",
        "{\"S\":\"a\"} 1",
        "{\"S\":\"a\"",
        "{\"N\":1}",
        "{\"B\":\"*\"}",
        "{\"BOOL\":\"true\"}",
        "{\"L\":{}}",
        "{\"L\":[1]}",
        "{\"M\":[]}",
        "{\"M\":{\"a\":1}}",
        "{\"M\":{\"a\":{\"S\":\"\"},\"a\":{\"S\":\"\"}}}",
        "{\"SS\":[1]}",
        "{\"s\":\"a\"}"
      })
  void refusesWhatIsNotOfTheForm(String text) {
    assertThatThrownBy(() -> DynamoJson.readValue(text))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_JSON))
        .hasMessageStartingWith("Not DynamoDB JSON at line 1, column ");
  }

  @Test
  void saysWhereATextIsWrong() {
    assertThatThrownBy(() -> DynamoJson.readItem("{\n  \"a\": {\"S\": 5}\n}"))
        .hasMessage(
            "Not DynamoDB JSON at line 2, column 14. Write each value with its type, for example"
                + " {\"S\": \"text\"} or {\"N\": \"1.5\"}.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
        "{\"S\":\"a\",\"N\":\"1\"} | Supplied AttributeValue has more than one datatypes set, must"
            + " contain exactly one of the supported datatypes",
        "{\"NULL\":false} | " + INVALID + "Null attribute value types must have the value of true",
        "{\"N\":\"\"} | The parameter cannot be converted to a numeric value",
        "{\"N\":\"x\"} | The parameter cannot be converted to a numeric value: x",
        "{\"NS\":[\"1\",\"x\"]} | The parameter cannot be converted to a numeric value: x",
        "{\"SS\":[]} | " + INVALID + "An string set  may not be empty",
        "{\"NS\":[]} | " + INVALID + "An number set  may not be empty",
        "{\"BS\":[]} | " + INVALID + "Binary sets should not be empty",
        "{\"SS\":[\"a\",\"b\",\"a\"]} | "
            + INVALID
            + "Input collection [a, b, a] contains duplicates.",
        "{\"NS\":[\"2\",\"2.0\"]} | "
            + INVALID
            + "Input collection [2, 2] contains duplicates! under root",
        "{\"BS\":[\"AQ==\",\"AQ==\"]} | "
            + INVALID
            + "Input collection [AQ==, AQ==]of type BS contains duplicates.",
      })
  void refusesValuesInTheWordsOfTheService(String text, String message) {
    assertThatThrownBy(() -> DynamoJson.readValue(text))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION))
        .hasMessage(message);
  }

  @Test
  void refusesBottomlessTextsWithoutOverflowingTheStack() {
    assertThatThrownBy(() -> AttributeValue.fromJson("{\"L\":[".repeat(100_000)))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_JSON))
        .hasMessage(
            "Not DynamoDB JSON at line 1, column 1501. It is nested too deep. An item holds lists and"
                + " maps in one another up to 32 levels deep.");
    assertThatThrownBy(() -> DynamoJson.readItem("{\"a\":{\"M\":".repeat(100_000)))
        .hasMessageContaining("It is nested too deep.");
  }
}
