package io.partikey.engine.item;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values and items from Java objects, so that tests read easily. */
public final class Values {
  private Values() {}

  /**
   * The value that an object stands for: strings, numbers, booleans, byte arrays, lists, maps, sets
   * of strings or of numbers, null for NULL; a value stands for itself.
   */
  public static AttributeValue value(@Nullable Object object) {
    if (object == null) {
      return NullValue.NULL;
    }
    if (object instanceof AttributeValue value) {
      return value;
    }
    if (object instanceof String text) {
      return new StringValue(text);
    }
    if (object instanceof Boolean bool) {
      return BooleanValue.of(bool);
    }
    if (object instanceof byte[] bytes) {
      return BinaryValue.copyOf(bytes);
    }
    if (object instanceof Number number) {
      return new NumberValue(new BigDecimal(number.toString()));
    }
    if (object instanceof Set<?> set) {
      return set(set);
    }
    if (object instanceof List<?> list) {
      return new ListValue(list.stream().map(Values::value).toList());
    }
    if (object instanceof Map<?, ?> map) {
      Map<String, AttributeValue> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put((String) name, value(member)));
      return new MapValue(members);
    }
    throw new IllegalArgumentException("no value: " + object);
  }

  /** The item of names and values in turn. */
  public static Item item(@Nullable Object... namesAndValues) {
    return new Item(map(namesAndValues).members());
  }

  /** The map of names and values in turn. */
  public static MapValue map(@Nullable Object... namesAndValues) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
    }
    return new MapValue(members);
  }

  /** A binary of these bytes. */
  public static BinaryValue binary(int... bytes) {
    byte[] copy = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      copy[i] = (byte) bytes[i];
    }
    return BinaryValue.copyOf(copy);
  }

  private static AttributeValue set(Collection<?> members) {
    List<AttributeValue> values = members.stream().map(Values::value).toList();
    return switch (values.get(0).type()) {
      case S -> StringSetValue.of(values.stream().map(v -> ((StringValue) v).text()).toList());
      case N -> NumberSetValue.of(values.stream().map(NumberValue.class::cast).toList());
      default -> BinarySetValue.of(values.stream().map(BinaryValue.class::cast).toList());
    };
  }
}
