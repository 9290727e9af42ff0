package io.partikey.engine.item;

import static io.partikey.engine.item.Values.binary;
import static io.partikey.engine.item.Values.item;
import static io.partikey.engine.item.Values.map;
import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

class DocumentJsonTest {
  @Provide
  Arbitrary<AttributeValue> values() {
    return AnyValue.value();
  }

  @Provide
  Arbitrary<Item> items() {
    return AnyValue.item();
  }

  @Property
  void readsBackWhatItWrites(@ForAll("values") AttributeValue value) {
    assertThat(DocumentJson.readValue(DocumentJson.write(value))).isEqualTo(value);
  }

  @Property
  void keepsTheOrderOfMembers(@ForAll("items") Item item) {
    Item read = DocumentJson.readItem(DocumentJson.write(item));

    assertThat(read).isEqualTo(item);
    assertThat(read.attributes().keySet()).containsExactlyElementsOf(item.attributes().keySet());
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("\"text\"", value("text")),
        Arguments.of("\"\"", value("")),
        Arguments.of("\"a\\\"b\\\\c\\n\\u0001é😀\"", value("a\"b\\c\n\u0001é😀")),
        Arguments.of("12.5", value(12.5)),
        Arguments.of("-0.001", value(-0.001)),
        Arguments.of(
            "12345678901234567890123456789012345678",
            NumberValue.parse("12345678901234567890123456789012345678")),
        Arguments.of("1" + "0".repeat(125), NumberValue.parse("1e125")),
        Arguments.of("true", value(true)),
        Arguments.of("null", value(null)),
        Arguments.of("{{}}", binary()),
        Arguments.of("{{AP8=}}", binary(0, 255)),
        Arguments.of("[]", value(List.of())),
        Arguments.of("{}", map()),
        Arguments.of("<<\"a\",\"b\">>", value(Set.of("b", "a"))),
        Arguments.of("<<1,2.5,10>>", value(Set.of(10, 2.5, 1))),
        Arguments.of("<<{{AQ==}},{{Ag==}}>>", value(Set.of(binary(2), binary(1)))),
        Arguments.of(
            "{\"b\":[1,\"x\",[null]],\"a\":{\"s\":<<1>>,\"\":{{AQ==}}}}",
            map(
                "b",
                List.of(1, "x", List.of(NullValue.NULL)),
                "a",
                map("s", Set.of(1), "", binary(1)))));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hasOneTextForEachValue(String text, AttributeValue value) {
    assertThat(DocumentJson.write(value)).isEqualTo(text);
    assertThat(DocumentJson.readValue(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "` { \"a\" : [ 1 , 2 ] } ` | {\"a\":[1,2]}",
        "`\t<< 1 ,\n2 >>`         | <<1,2>>",
        "1.50                     | 1.5",
        "1E+3                     | 1000",
        "25e-1                    | 2.5",
        "-0                       | 0",
        "\"\\u00E9\\/\\ud83d\\ude00\" | \"é/😀\"",
        "{ }                      | {}",
      })
  void readsOtherSpellings(String text, String canonical) {
    assertThat(DocumentJson.write(DocumentJson.readValue(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "``                 | line 1, column 1: expected a value, found the end of the text.",
        "nope               | line 1, column 1: expected a value, found 'n'.",
        "'a'                | line 1, column 1: expected a value, found '''.",
        "1 2                | line 1, column 3: expected the end of the text, found '2'.",
        "01                 | line 1, column 2: expected the end of the text, found '1'.",
        "-x                 | line 1, column 2: expected a digit, found 'x'.",
        "1.                 | line 1, column 3: expected a digit, found the end of the text.",
        "1e+                | line 1, column 4: expected a digit, found the end of the text.",
        "[1,]               | line 1, column 4: expected a value, found ']'.",
        "[1                 | line 1, column 3: expected ']', found the end of the text.",
        "[1}                | line 1, column 3: expected ']', found '}'.",
        "{\"a\" 1}          | line 1, column 6: expected ':', found '1'.",
        "{a:1}              | line 1, column 2: expected a member's name in double quotes, found 'a'.",
        "{\"a\":1,\"a\":2}  | line 1, column 8: the member \"a\" is there twice.",
        "{\"a\":1           | line 1, column 7: expected '}', found the end of the text.",
        "`{\n \"a\":\n  @}` | line 3, column 3: expected a value, found '@'.",
        "\"a                | line 1, column 3: expected '\"', found the end of the text.",
        "\"\\x\"            | line 1, column 3: expected an escape: one of \\\" \\\\ \\/ \\b \\f \\n"
            + " \\r \\t \\u0000, found 'x'.",
        "\"\\u00g0\"        | line 1, column 6: expected four hexadecimal digits, found 'g'.",
        "<<>>               | line 1, column 1: a set has at least one element.",
        "[<<1,1.0>>]        | line 1, column 2: an element of the set is there twice.",
        "<<1,\"a\">>        | line 1, column 1: the elements of a set are all strings, all numbers"
            + " or all binaries.",
        "<<[1]>>            | line 1, column 1: the elements of a set are all strings, all numbers"
            + " or all binaries.",
        "<<1>               | line 1, column 4: expected '>>', found '>'.",
        "{{AQ}              | line 1, column 6: expected '}}', found the end of the text.",
        "{{A}}              | line 1, column 3: expected base64 up to }}.",
      })
  void saysWhereATextIsWrong(String text, String problem) {
    assertRefused(ErrorCode.INVALID_JSON, "Invalid JSON at " + problem, text);
  }

  @Test
  void refusesControlCharactersInStrings() {
    assertRefused(
        ErrorCode.INVALID_JSON,
        "Invalid JSON at line 1, column 3: expected an escape such as \\n in place of a control"
            + " character, found '\t'.",
        "\"a\tb\"");
  }

  @Test
  void refusesNumbersThatDynamoDbCannotHold() {
    assertRefused(
        ErrorCode.NUMBER_OUT_OF_RANGE,
        "Attempting to store more than 38 significant digits in a Number",
        "[" + "1".repeat(39) + "]");
  }

  @Test
  void refusesBottomlessTextsWithoutOverflowingTheStack() {
    assertRefused(
        ErrorCode.INVALID_JSON,
        "Invalid JSON at line 1, column 251: nested too deep. An item holds lists and maps in one"
            + " another up to 32 levels deep.",
        "[".repeat(100_000));
  }

  @Test
  void readsItemsFromObjectsOnly() {
    assertThat(DocumentJson.readItem("{\"a\":1}")).isEqualTo(item("a", 1));
    assertThatThrownBy(() -> DocumentJson.readItem("[1]"))
        .hasMessage(
            "Invalid JSON at line 1, column 1: expected an object, for example"
                + " {\"name\":\"value\"}.");
  }

  @Test
  void isJsonToOthersWhereNoSetOrBinaryIs() throws Exception {
    ObjectMapper mapper =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    String text =
        DocumentJson.write(
            map("n", NumberValue.parse("0.1234567890123456789"), "s", "a\"\\\u0000/é😀\u2028"));

    JsonNode node = mapper.readTree(text);

    assertThat(node.get("n").decimalValue()).isEqualByComparingTo("0.1234567890123456789");
    assertThat(node.get("s").textValue()).isEqualTo("a\"\\\u0000/é😀\u2028");
  }

  private static void assertRefused(ErrorCode code, String message, String text) {
    assertThatThrownBy(() -> DocumentJson.readValue(text))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
