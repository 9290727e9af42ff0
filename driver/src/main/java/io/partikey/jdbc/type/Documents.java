package io.partikey.jdbc.type;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists, maps and sets as JSON text and as Java's collections. Within collections text is a {@code
 * String}, a number a {@code BigDecimal}, truth a {@code Boolean}, a binary a {@code byte[]}, a
 * NULL null.
 */
public final class Documents {
  private Documents() {}

  /** A value as the JSON text of a document. */
  public static String toJson(AttributeValue value) {
    return DocumentJson.write(value);
  }

  /**
   * Reads the JSON text of a document.
   *
   * @throws EngineException with {@code INVALID_JSON} if it is none
   */
  public static AttributeValue fromJson(String text) {
    try {
      return DocumentJson.readValue(text);
    } catch (EngineException notJson) {
      throw ConversionErrors.notJson(text, notJson);
    }
  }

  /** Reads text as the JSON of a document where it is one. */
  public static Optional<AttributeValue> parse(String text) {
    try {
      return Optional.of(DocumentJson.readValue(text));
    } catch (EngineException notJson) {
      return Optional.empty();
    }
  }

  /** A value as the plain Java object that it is; null for NULL. */
  public static @Nullable Object toObject(AttributeValue value) {
    return switch (value.type()) {
      case S -> Texts.toText(value);
      case N -> Numbers.plain((NumberValue) value);
      case B -> ((BinaryValue) value).toByteArray();
      case BOOL -> ((BooleanValue) value).value();
      case NULL -> null;
      case L, SS, NS, BS -> value.type().isSet() ? toSet(value) : toList(value);
      case M -> toMap(value);
    };
  }

  /** The members of a map as plain Java objects, in their order. */
  static Map<String, @Nullable Object> toMap(AttributeValue value) {
    if (!(value instanceof MapValue map)) {
      throw ConversionErrors.notConvertible(value, "a map");
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.members().forEach((name, member) -> members.put(name, toObject(member)));
    return Collections.unmodifiableMap(members);
  }

  static Item toItem(AttributeValue value) {
    if (value instanceof MapValue map) {
      return new Item(map.members());
    }
    throw ConversionErrors.notConvertible(value, "an item");
  }

  /** The elements of a list or set as plain Java objects, in their order. */
  static List<@Nullable Object> toList(AttributeValue value) {
    List<@Nullable Object> objects = new ArrayList<>();
    for (AttributeValue element : elements(value)) {
      objects.add(toObject(element));
    }
    return Collections.unmodifiableList(objects);
  }

  static Set<@Nullable Object> toSet(AttributeValue value) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(toList(value)));
  }

  /** The elements of a list or set, in their order. */
  public static List<AttributeValue> elements(AttributeValue value) {
    if (value instanceof ListValue list) {
      return list.elements();
    }
    if (value instanceof StringSetValue strings) {
      return strings.elements().stream()
          .<AttributeValue>map(io.partikey.engine.item.StringValue::new)
          .toList();
    }
    if (value instanceof NumberSetValue numbers) {
      return List.copyOf(numbers.elements());
    }
    if (value instanceof BinarySetValue binaries) {
      return List.copyOf(binaries.elements());
    }
    throw ConversionErrors.notConvertible(value, "a list");
  }
}
