package io.partikey.engine.item;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The one size arithmetic: bytes of values and items as DynamoDB counts them.
 *
 * <p>A name counts its UTF-8 bytes. Strings count UTF-8 bytes, binaries their bytes, BOOL and NULL
 * one, lists and maps three and one more for each element, sets the sum of their members. A number
 * counts {@code 1 + ceil(integer digits / 2) + ceil(fraction digits / 2)} over its significant
 * digits without leading and trailing zeros, one more if it is negative, and zero counts one.
 */
public final class ItemSize {
  /** Most bytes that an item may have: 400 KB. */
  public static final int MAX_ITEM_BYTES = 409_600;

  /** Most bytes that the value of a partition key may have. */
  public static final int MAX_PARTITION_KEY_BYTES = 2048;

  /** Most bytes that the value of a sort key may have. */
  public static final int MAX_SORT_KEY_BYTES = 1024;

  private ItemSize() {}

  /** The bytes of an item, its names included. */
  public static int of(Item item) {
    return ofMembers(item.attributes());
  }

  /** The bytes of an attribute: its name and its value. */
  public static int of(String name, AttributeValue value) {
    return utf8Length(name) + of(value);
  }

  /** The bytes of a value. */
  public static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8Length(((StringValue) value).text());
      case N -> ofNumber(((NumberValue) value).value());
      case B -> ((BinaryValue) value).length();
      case BOOL, NULL -> 1;
      case L -> ofList((ListValue) value);
      case M -> 3 + ((MapValue) value).members().size() + ofMembers(((MapValue) value).members());
      case SS -> ((StringSetValue) value).elements().stream().mapToInt(ItemSize::utf8Length).sum();
      case NS ->
          ((NumberSetValue) value).elements().stream().mapToInt(n -> ofNumber(n.value())).sum();
      case BS -> ((BinarySetValue) value).elements().stream().mapToInt(BinaryValue::length).sum();
    };
  }

  /** How many bytes a text has in UTF-8. */
  public static int utf8Length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        length += 1;
      } else if (unit < 0x800) {
        length += 2;
      } else {
        // Each half of a surrogate pair counts two of the pair's four bytes.
        length += Character.isSurrogate(unit) ? 2 : 3;
      }
    }
    return length;
  }

  private static int ofList(ListValue list) {
    int size = 3 + list.elements().size();
    for (AttributeValue element : list.elements()) {
      size += of(element);
    }
    return size;
  }

  private static int ofMembers(Map<String, AttributeValue> members) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> member : members.entrySet()) {
      size += of(member.getKey(), member.getValue());
    }
    return size;
  }

  private static int ofNumber(BigDecimal value) {
    if (value.signum() == 0) {
      return 1;
    }
    int scale = value.scale();
    int integerDigits = Math.max(0, value.precision() - Math.max(0, scale));
    int fractionDigits = Math.min(Math.max(0, scale), value.precision());
    int integerBytes = (integerDigits + 1) / 2;
    int fractionBytes = (fractionDigits + 1) / 2;
    return 1 + integerBytes + fractionBytes + (value.signum() < 0 ? 1 : 0);
  }
}
