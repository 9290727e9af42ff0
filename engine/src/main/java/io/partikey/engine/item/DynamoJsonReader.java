package io.partikey.engine.item;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text of DynamoDB JSON. Every method begins at the first token of what it reads and ends
 * at the last one.
 */
final class DynamoJsonReader {
  private final JsonParser parser;
  private int level;

  private DynamoJsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /** What a reading makes of a text, to its end. */
  static <T> T read(String text, Reading<T> reading) {
    try (JsonParser parser = JsonText.parser(text)) {
      return new DynamoJsonReader(parser).readToItsEnd(reading);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private <T> T readToItsEnd(Reading<T> reading) throws IOException {
    try {
      advance();
      T result = reading.from(this);
      require(parser.nextToken() == null);
      return result;
    } catch (JsonProcessingException malformed) {
      // What is longer than the parser takes has no place of its own.
      @Nullable JsonLocation place = malformed.getLocation();
      throw notDynamoJson(place == null ? parser.currentLocation() : place, malformed);
    }
  }

  /** Something that reads from a reader. */
  interface Reading<T> {
    T from(DynamoJsonReader reader) throws IOException;
  }

  AttributeValue value() throws IOException {
    require(parser.currentToken() == JsonToken.START_OBJECT);
    if (++level > ItemLimits.MAX_VALUE_LEVELS) {
      throw notDynamoJson(parser.currentTokenLocation(), "It is " + ItemLimits.tooDeepHere(), null);
    }
    if (advance() == JsonToken.END_OBJECT) {
      throw invalid(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    AttributeType type = type(parser.currentName());
    advance();
    AttributeValue value = typed(type);
    if (advance() != JsonToken.END_OBJECT) {
      throw invalid(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes");
    }
    level--;
    return value;
  }

  Map<String, AttributeValue> members() throws IOException {
    require(parser.currentToken() == JsonToken.START_OBJECT);
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    while (advance() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      advance();
      members.put(name, value());
    }
    return members;
  }

  private AttributeType type(String name) {
    return AttributeType.find(name)
        .orElseThrow(() -> notDynamoJson(parser.currentTokenLocation(), null));
  }

  private AttributeValue typed(AttributeType type) throws IOException {
    return switch (type) {
      case S -> new StringValue(string());
      case N -> number();
      case B -> binary();
      case BOOL -> BooleanValue.of(bool());
      case NULL -> nullValue();
      case L -> new ListValue(list(DynamoJsonReader::value));
      case M -> new MapValue(members());
      case SS -> StringSetValue.ofDistinct(list(DynamoJsonReader::string));
      case NS -> NumberSetValue.ofDistinct(list(DynamoJsonReader::number));
      case BS -> BinarySetValue.ofDistinct(list(DynamoJsonReader::binary));
    };
  }

  private <T> List<T> list(Reading<T> element) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY);
    List<T> elements = new ArrayList<>();
    while (advance() != JsonToken.END_ARRAY) {
      elements.add(element.from(this));
    }
    return elements;
  }

  private String string() throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private NumberValue number() throws IOException {
    return NumberValue.parse(string());
  }

  private BinaryValue binary() throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING);
    return BinaryValue.copyOf(parser.getBinaryValue());
  }

  private boolean bool() {
    require(parser.currentToken().isBoolean());
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  private NullValue nullValue() {
    if (!bool()) {
      throw invalid(
          "One or more parameter values were invalid: Null attribute value types must have the"
              + " value of true");
    }
    return NullValue.NULL;
  }

  private JsonToken advance() throws IOException {
    @Nullable JsonToken token = parser.nextToken();
    if (token == null) {
      throw notDynamoJson(parser.currentLocation(), null);
    }
    return token;
  }

  private void require(boolean holds) {
    if (!holds) {
      throw notDynamoJson(parser.currentTokenLocation(), null);
    }
  }

  private static EngineException invalid(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }

  private static EngineException notDynamoJson(JsonLocation location, @Nullable Throwable cause) {
    return notDynamoJson(
        location,
        "Write each value with its type, for example {\"S\": \"text\"} or {\"N\": \"1.5\"}",
        cause);
  }

  private static EngineException notDynamoJson(
      JsonLocation location, String advice, @Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.INVALID_JSON,
        "Not DynamoDB JSON at line "
            + location.getLineNr()
            + ", column "
            + location.getColumnNr()
            + ". "
            + advice
            + ".",
        null,
        cause);
  }
}
