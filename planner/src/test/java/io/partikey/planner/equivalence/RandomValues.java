package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Values from so small a set that equal ones meet: of the attributes that may be keys each of one
 * type, of the others of any.
 */
final class RandomValues {
  /** The attributes that keys are made of, apart from the number of the item. */
  static final List<String> KEYS = List.of("p", "s", "c", "g", "h", "k");

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  /** A value of an attribute, of the attribute's type if it may be a key. */
  AttributeValue of(String attribute) {
    return switch (attribute) {
      case "p" -> text("p" + random.nextInt(4));
      case "c" ->
          text(
              oneOf(
                  "c",
                  "c1",
                  "c12",
                  "c2",
                  "c2x",
                  "c%",
                  "c!_",
                  "cé",
                  "c\uD83D\uDE00",
                  "\uFFEE",
                  "d"));
      case "k" -> binary();
      case "d" -> text(oneOf("2023-12-31", "2024-01-31", "2024-02-29", "2024-02-29T10:20:30Z"));
      case "g" -> text("g" + random.nextInt(3));
      case "s" -> number(oneOf("-1", "0", "1", "1.5", "2", "3", "10"));
      case "h" -> number(oneOf("0", "1", "2", "3"));
      case "id" -> NumberValue.of(1 + random.nextInt(30));
      case "m" -> map();
      case "l" -> list();
      case "t" -> set();
      default -> mixed();
    };
  }

  /** A scalar value of any type. */
  AttributeValue scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> BooleanValue.of(random.nextBoolean());
      case 1 -> NullValue.NULL;
      case 2, 3, 4 -> of(oneOf("s", "h"));
      default -> of(oneOf("p", "c", "g"));
    };
  }

  /** A value of another type than an attribute's, that can be compared by its order. */
  AttributeValue otherThan(String attribute) {
    AttributeType type = of(attribute).type();
    AttributeValue other = of(oneOf("h", "g", "k", "c"));
    while (other.type() == type) {
      other = of(oneOf("h", "g", "k", "c"));
    }
    return other;
  }

  /** Whether a value is a binary or has one inside, so that it has no literal. */
  static boolean isBinary(AttributeValue value) {
    if (value instanceof ListValue list) {
      return list.elements().stream().anyMatch(RandomValues::isBinary);
    }
    if (value instanceof MapValue map) {
      return map.members().values().stream().anyMatch(RandomValues::isBinary);
    }
    return value.type() == AttributeType.B || value.type() == AttributeType.BS;
  }

  private AttributeValue mixed() {
    return switch (random.nextInt(12)) {
      case 3 -> binary();
      case 0 -> list();
      case 1 -> map();
      case 2 -> set();
      default -> scalar();
    };
  }

  private AttributeValue set() {
    if (random.nextInt(5) == 0) {
      return BinarySetValue.of(List.of(binary(), BinaryValue.copyOf(new byte[] {9})));
    }
    return random.nextBoolean()
        ? StringSetValue.of(List.of("g" + random.nextInt(3), "g" + random.nextInt(3), "p0"))
        : NumberSetValue.of(List.of(NumberValue.of(random.nextInt(3)), NumberValue.of(7)));
  }

  private MapValue map() {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (String name : List.of("x", "y")) {
      if (random.nextInt(3) > 0) {
        members.put(name, scalar());
      }
    }
    if (random.nextInt(4) == 0) {
      members.put("l", new ListValue(List.of(scalar(), scalar())));
    }
    return new MapValue(members);
  }

  private ListValue list() {
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(random.nextBoolean() ? map() : scalar());
    }
    return new ListValue(elements);
  }

  /** An item with a number and some of the other attributes. */
  Item item(int id, List<String> required) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("id", NumberValue.of(id));
    for (String name : List.of("p", "s", "c", "g", "h", "k", "d", "v", "w", "m", "l", "t")) {
      if (required.contains(name) || random.nextInt(4) > 0) {
        attributes.put(name, of(name));
      }
    }
    return new Item(attributes);
  }

  private BinaryValue binary() {
    return switch (random.nextInt(5)) {
      case 0 -> BinaryValue.copyOf(new byte[] {0});
      case 1 -> BinaryValue.copyOf(new byte[] {0, 1});
      case 2 -> BinaryValue.copyOf(new byte[] {(byte) 0x80});
      case 3 -> BinaryValue.copyOf(new byte[] {(byte) 0xFF, (byte) 0xFF});
      default -> BinaryValue.copyOf(new byte[] {'c', '1'});
    };
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static AttributeValue text(String text) {
    return new StringValue(text);
  }

  private static AttributeValue number(String text) {
    return new NumberValue(new BigDecimal(text));
  }
}
