package io.partikey.engine.item;

import com.fasterxml.jackson.core.JsonGenerator;
import io.partikey.engine.error.EngineException;
import java.io.IOException;
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
 * INVALID_JSON} and its line and column, and what DynamoDB does not take with {@code VALIDATION}
 * and the service's message: empty sets, repeated members, text that is no number.
 */
public final class DynamoJson {
  private DynamoJson() {}

  /** The JSON of a value. */
  public static String write(AttributeValue value) {
    return JsonText.generate(json -> write(json, value));
  }

  /** The JSON of an item. */
  public static String write(Item item) {
    return JsonText.generate(json -> write(json, item.attributes()));
  }

  /**
   * Reads a value.
   *
   * @throws EngineException with {@code INVALID_JSON} or {@code VALIDATION} if the text is none
   */
  public static AttributeValue readValue(String json) {
    return DynamoJsonReader.read(json, DynamoJsonReader::value);
  }

  /**
   * Reads an item.
   *
   * @throws EngineException with {@code INVALID_JSON} or {@code VALIDATION} if the text is none
   */
  public static Item readItem(String json) {
    return DynamoJsonReader.read(json, reader -> new Item(reader.members()));
  }

  private static void write(JsonGenerator json, Map<String, AttributeValue> members)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      write(json, member.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.type().name());
    switch (value.type()) {
      case S -> json.writeString(((StringValue) value).text());
      case N -> json.writeString(((NumberValue) value).toPlainString());
      case B -> json.writeBinary(((BinaryValue) value).toByteArray());
      case BOOL -> json.writeBoolean(((BooleanValue) value).value());
      case NULL -> json.writeBoolean(true);
      case M -> write(json, ((MapValue) value).members());
      case L, SS, NS, BS -> {
        json.writeStartArray();
        writeElements(json, value);
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static void writeElements(JsonGenerator json, AttributeValue value) throws IOException {
    if (value instanceof ListValue list) {
      for (AttributeValue element : list.elements()) {
        write(json, element);
      }
    }
    if (value instanceof StringSetValue strings) {
      for (String element : strings.elements()) {
        json.writeString(element);
      }
    }
    if (value instanceof NumberSetValue numbers) {
      for (NumberValue element : numbers.elements()) {
        json.writeString(element.toPlainString());
      }
    }
    if (value instanceof BinarySetValue binaries) {
      for (BinaryValue element : binaries.elements()) {
        json.writeBinary(element.toByteArray());
      }
    }
  }
}
