package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Collection;
import java.util.Map;

/**
 * The limits that every stored item keeps, with the service's messages for those that do not.
 *
 * <p>What keys add to them is in {@link io.partikey.engine.table.KeyRules}. A set is checked when
 * it is made, a number too.
 */
public final class ItemLimits {
  /** Most levels of lists and maps that an attribute may have, its own value included. */
  public static final int MAX_LEVELS = 32;

  /** Most bytes that the name of an attribute or member may have. */
  public static final int MAX_NAME_BYTES = 65_535;

  /**
   * Most levels of a value outside of items: what statements, parameters and JSON texts may hold.
   * Far more than an item, and far less than the stack of a thread that walks through it.
   */
  public static final int MAX_VALUE_LEVELS = 250;

  private static final String PUT_TOO_LARGE = "Item size has exceeded the maximum allowed size";
  private static final String UPDATED_TOO_LARGE =
      "Item size to update has exceeded the maximum allowed size";

  private ItemLimits() {}

  /**
   * Checks an item that is stored as a whole.
   *
   * @throws EngineException with {@code LIMIT_EXCEEDED} if it is too large or too deep or a name in
   *     it is too long, with {@code VALIDATION} if a name is empty
   */
  public static void checkPut(Item item) {
    checkNames(item.attributes());
    checkLevels(
        item,
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels"
            + " beyond supported limit");
    checkSize(ItemSize.of(item), PUT_TOO_LARGE);
  }

  /**
   * Checks an item that an update leaves behind.
   *
   * @throws EngineException as {@link #checkPut} does, with the messages that updates have
   */
  public static void checkUpdated(Item item) {
    checkNames(item.attributes());
    checkLevels(item, "Nesting Levels have exceeded supported limits");
    checkSize(ItemSize.of(item), UPDATED_TOO_LARGE);
  }

  /**
   * Checks an item together with its entries in local indexes, which count towards its size.
   *
   * @param bytes the bytes of all of them
   * @param updated whether an update leaves them behind
   * @throws EngineException with {@code LIMIT_EXCEEDED} if they are too large
   */
  public static void checkWithLocalEntries(int bytes, boolean updated) {
    checkSize(bytes, updated ? UPDATED_TOO_LARGE : PUT_TOO_LARGE);
  }

  /**
   * How many levels a value has: one, and for a list or a map one more than the deepest value in
   * it.
   */
  public static int levels(AttributeValue value) {
    if (value instanceof ListValue list) {
      return 1 + mostLevels(list.elements());
    }
    return value instanceof MapValue map ? 1 + mostLevels(map.members().values()) : 1;
  }

  /**
   * Checks a value that somebody made, looking no deeper than it may be.
   *
   * @throws EngineException with {@code LIMIT_EXCEEDED} if it has more than {@link
   *     #MAX_VALUE_LEVELS}
   */
  public static void checkValue(AttributeValue value) {
    checkValue(value, 1);
  }

  private static void checkValue(AttributeValue value, int level) {
    if (level > MAX_VALUE_LEVELS) {
      throw tooDeep();
    }
    if (value instanceof ListValue list) {
      list.elements().forEach(element -> checkValue(element, level + 1));
    } else if (value instanceof MapValue map) {
      map.members().values().forEach(member -> checkValue(member, level + 1));
    }
  }

  /** The error of a value of more than {@link #MAX_VALUE_LEVELS}. */
  public static EngineException tooDeep() {
    return new EngineException(
        ErrorCode.LIMIT_EXCEEDED, "The value is nested too deep. " + upTo(MAX_LEVELS) + ".");
  }

  /** What a text that is nested too deep is told behind its place. */
  static String tooDeepHere() {
    return "nested too deep. " + upTo(MAX_LEVELS);
  }

  private static String upTo(int levels) {
    return "An item holds lists and maps in one another up to " + levels + " levels deep";
  }

  private static int mostLevels(Collection<AttributeValue> values) {
    int most = 0;
    for (AttributeValue value : values) {
      most = Math.max(most, levels(value));
    }
    return most;
  }

  private static void checkLevels(Item item, String message) {
    if (mostLevels(item.attributes().values()) > MAX_LEVELS) {
      throw new EngineException(ErrorCode.LIMIT_EXCEEDED, message);
    }
  }

  private static void checkSize(int bytes, String message) {
    if (bytes > ItemSize.MAX_ITEM_BYTES) {
      throw new EngineException(ErrorCode.LIMIT_EXCEEDED, message);
    }
  }

  private static void checkNames(Map<String, AttributeValue> members) {
    for (Map.Entry<String, AttributeValue> member : members.entrySet()) {
      checkName(member.getKey());
      checkNames(member.getValue());
    }
  }

  private static void checkNames(AttributeValue value) {
    if (value instanceof MapValue map) {
      checkNames(map.members());
    }
    if (value instanceof ListValue list) {
      list.elements().forEach(ItemLimits::checkNames);
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty()) {
      throw new EngineException(ErrorCode.VALIDATION, "Path component cannot be an empty string");
    }
    if (ItemSize.utf8Length(name) > MAX_NAME_BYTES) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED, "Attribute name is too large, must be less than 65536 bytes");
    }
  }
}
