package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.util.List;

/** The conversion of a value to a list, a map or a set. */
final class DocumentConversion {
  private DocumentConversion() {}

  static AttributeValue convert(AttributeValue value, ValueType type) {
    if (value instanceof StringValue string) {
      return fromText(string.text(), type);
    }
    if (type.kind().includes(value)) {
      return value;
    }
    List<AttributeValue> elements = elements(value, type);
    if (type.kind() == TypeKind.LIST) {
      return new ListValue(elements);
    }
    return switch (type.kind()) {
      case STRING_SET ->
          StringSetValue.of(
              elements.stream().map(e -> element(e, StringValue.class, type).text()).toList());
      case NUMBER_SET ->
          NumberSetValue.of(
              elements.stream().map(e -> element(e, NumberValue.class, type)).toList());
      case BINARY_SET ->
          BinarySetValue.of(
              elements.stream().map(e -> element(e, BinaryValue.class, type)).toList());
      case BAG -> SetConstructor.setOf(elements.stream().distinct().toList());
      default -> throw Conversion.wrongType(value, type);
    };
  }

  private static AttributeValue fromText(String text, ValueType type) {
    AttributeValue read = DocumentJson.readValue(text);
    if (type.kind().includes(read)) {
      return read;
    }
    if (read instanceof StringValue) {
      throw new EngineException(
          ErrorCode.INVALID_TEXT, "Cannot cast \"" + text + "\" to " + type + ".");
    }
    return convert(read, type);
  }

  private static List<AttributeValue> elements(AttributeValue value, ValueType type) {
    if (value instanceof ListValue list) {
      return list.elements();
    }
    if (value instanceof StringSetValue set) {
      return set.elements().stream().<AttributeValue>map(StringValue::new).toList();
    }
    if (value instanceof NumberSetValue set) {
      return List.copyOf(set.elements());
    }
    if (value instanceof BinarySetValue set) {
      return List.copyOf(set.elements());
    }
    throw Conversion.wrongType(value, type);
  }

  private static <T extends AttributeValue> T element(
      AttributeValue element, Class<T> expected, ValueType type) {
    if (expected.isInstance(element)) {
      return expected.cast(element);
    }
    throw Conversion.wrongType(element, type);
  }
}
