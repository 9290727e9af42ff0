package io.partikey.engine.item;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DynamoDB JSON, the exact and typed text form of values and items.
 *
 * <pre>
 * {"S": "text"} {"N": "1.5"} {"B": "base64"} {"BOOL": true} {"NULL": true}
 * {"L": [value, ...]} {"M": {name: value, ...}} {"SS": [..]} {"NS": [..]} {"BS": [..]}
 * </pre>
 *
 * <p>An item is an object of names and values. Reading rejects what is not of this form with {@code
 * INVALID_JSON}.
 */
public final class DynamoJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private DynamoJson() {}

  /** The JSON of a value. */
  public static String write(AttributeValue value) {
    return generate(json -> writeValue(json, value));
  }

  /** The JSON of an item. */
  public static String write(Item item) {
    return generate(json -> writeMembers(json, item.attributes()));
  }

  /**
   * Reads a value.
   *
   * @throws EngineException with {@code INVALID_JSON} if the text is none
   */
  public static AttributeValue readValue(String json) {
    return parse(
        json,
        parser -> {
          expect(parser, JsonToken.START_OBJECT, json);
          return readValue(parser, json);
        });
  }

  /**
   * Reads an item.
   *
   * @throws EngineException with {@code INVALID_JSON} if the text is none
   */
  public static Item readItem(String json) {
    return parse(
        json,
        parser -> {
          expect(parser, JsonToken.START_OBJECT, json);
          return new Item(readMembers(parser, json));
        });
  }

  private static void writeValue(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.type().name());
    switch (value.type()) {
      case S -> json.writeString(((StringValue) value).text());
      case N -> json.writeString(((NumberValue) value).toPlainString());
      case B -> json.writeBinary(((BinaryValue) value).toByteArray());
      case BOOL -> json.writeBoolean(((BooleanValue) value).value());
      case NULL -> json.writeBoolean(true);
      case L -> {
        json.writeStartArray();
        for (AttributeValue element : ((ListValue) value).elements()) {
          writeValue(json, element);
        }
        json.writeEndArray();
      }
      case M -> writeMembers(json, ((MapValue) value).members());
      case SS -> {
        json.writeStartArray();
        for (String element : ((StringSetValue) value).elements()) {
          json.writeString(element);
        }
        json.writeEndArray();
      }
      case NS -> {
        json.writeStartArray();
        for (NumberValue element : ((NumberSetValue) value).elements()) {
          json.writeString(element.toPlainString());
        }
        json.writeEndArray();
      }
      case BS -> {
        json.writeStartArray();
        for (BinaryValue element : ((BinarySetValue) value).elements()) {
          json.writeBinary(element.toByteArray());
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, Map<String, AttributeValue> members)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      writeValue(json, member.getValue());
    }
    json.writeEndObject();
  }

  // The opening brace of the value has been read; reads through its closing brace.
  private static AttributeValue readValue(JsonParser parser, String text) throws IOException {
    expect(parser, JsonToken.FIELD_NAME, text);
    AttributeType type = typeNamed(parser.currentName(), text);
    JsonToken token = parser.nextToken();
    AttributeValue value = readTyped(type, token, parser, text);
    expect(parser, JsonToken.END_OBJECT, text);
    return value;
  }

  private static AttributeValue readTyped(
      AttributeType type, JsonToken token, JsonParser parser, String text) throws IOException {
    return switch (type) {
      case S -> new StringValue(string(token, parser, text));
      case N -> NumberValue.parse(string(token, parser, text));
      case B -> binary(token, parser, text);
      case BOOL -> BooleanValue.of(bool(token, text));
      case NULL -> nullValue(token, text);
      case L -> new ListValue(readList(token, parser, text));
      case M -> {
        require(token == JsonToken.START_OBJECT, text);
        yield new MapValue(readMembers(parser, text));
      }
      case SS -> StringSetValue.of(strings(token, parser, text));
      case NS ->
          NumberSetValue.of(strings(token, parser, text).stream().map(NumberValue::parse).toList());
      case BS -> {
        require(token == JsonToken.START_ARRAY, text);
        List<BinaryValue> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          elements.add(binary(next, parser, text));
        }
        yield BinarySetValue.of(elements);
      }
    };
  }

  private static Map<String, AttributeValue> readMembers(JsonParser parser, String text)
      throws IOException {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      require(parser.currentToken() == JsonToken.FIELD_NAME, text);
      String name = parser.currentName();
      expect(parser, JsonToken.START_OBJECT, text);
      members.put(name, readValue(parser, text));
    }
    return members;
  }

  private static List<AttributeValue> readList(JsonToken token, JsonParser parser, String text)
      throws IOException {
    require(token == JsonToken.START_ARRAY, text);
    List<AttributeValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken() == JsonToken.START_OBJECT, text);
      elements.add(readValue(parser, text));
    }
    return elements;
  }

  private static List<String> strings(JsonToken token, JsonParser parser, String text)
      throws IOException {
    require(token == JsonToken.START_ARRAY, text);
    List<String> elements = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      elements.add(string(next, parser, text));
    }
    return elements;
  }

  private static String string(JsonToken token, JsonParser parser, String text) throws IOException {
    require(token == JsonToken.VALUE_STRING, text);
    return parser.getText();
  }

  private static BinaryValue binary(JsonToken token, JsonParser parser, String text)
      throws IOException {
    require(token == JsonToken.VALUE_STRING, text);
    return BinaryValue.copyOf(parser.getBinaryValue());
  }

  private static boolean bool(JsonToken token, String text) {
    require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, text);
    return token == JsonToken.VALUE_TRUE;
  }

  private static NullValue nullValue(JsonToken token, String text) {
    if (!bool(token, text)) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: Null attribute value types must have the"
              + " value of true");
    }
    return NullValue.NULL;
  }

  private static AttributeType typeNamed(String name, String text) {
    try {
      return AttributeType.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw notDynamoJson(text, unknown);
    }
  }

  private static void expect(JsonParser parser, JsonToken token, String text) throws IOException {
    require(parser.nextToken() == token, text);
  }

  private static void require(boolean holds, String text) {
    if (!holds) {
      throw notDynamoJson(text, null);
    }
  }

  private static EngineException notDynamoJson(
      String text, @org.jspecify.annotations.Nullable Throwable cause) {
    String shown = text.length() <= 80 ? text : text.substring(0, 80) + "…";
    return new EngineException(
        ErrorCode.INVALID_JSON,
        "Not DynamoDB JSON: \""
            + shown
            + "\". Write each value with its type, for example {\"S\": \"text\"} or {\"N\": \"1.5\"}.",
        null,
        cause);
  }

  private static String generate(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static <T> T parse(String text, Reading<T> reading) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      T result = reading.from(parser);
      require(parser.nextToken() == null, text);
      return result;
    } catch (JsonProcessingException malformed) {
      throw notDynamoJson(text, malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private interface Reading<T> {
    T from(JsonParser parser) throws IOException;
  }
}
