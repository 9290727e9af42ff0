package io.partikey.shell.format;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items as JSON that any program reads: binary as base64 text, sets as arrays.
 *
 * <p>What is lost is the difference between a set and a list and between binary and text; {@link
 * DocumentJson} and {@code io.partikey.engine.item.DynamoJson} keep it.
 */
final class PlainJson {
  private PlainJson() {}

  /** The JSON object of an item, on one line. */
  static String write(Item item) {
    return DocumentJson.write(new Item(simplified(item.attributes())));
  }

  private static Map<String, AttributeValue> simplified(Map<String, AttributeValue> members) {
    Map<String, AttributeValue> simplified = new LinkedHashMap<>();
    members.forEach((name, value) -> simplified.put(name, simplified(value)));
    return simplified;
  }

  private static AttributeValue simplified(AttributeValue value) {
    return switch (value.type()) {
      case S, N, BOOL, NULL -> value;
      case B -> new StringValue(((BinaryValue) value).toBase64());
      case L -> list(((ListValue) value).elements());
      case M -> new MapValue(simplified(((MapValue) value).members()));
      case SS -> list(((StringSetValue) value).elements().stream().map(StringValue::new).toList());
      case NS -> list(((NumberSetValue) value).elements());
      case BS -> list(((BinarySetValue) value).elements());
    };
  }

  private static ListValue list(Collection<? extends AttributeValue> elements) {
    List<AttributeValue> simplified =
        elements.stream().<AttributeValue>map(PlainJson::simplified).toList();
    return new ListValue(simplified);
  }
}
