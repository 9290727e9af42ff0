package io.partikey.engine.item;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes of the heap values take, with the objects that hold them together: the one
 * arithmetic of everything that gathers values, as {@link ItemSize} is that of what is stored.
 */
public final class MemorySize {
  /** An object with its header and a few fields. */
  public static final int OBJECT = 24;

  /** An entry of a hash table: the entry, its place in the table, and slack. */
  public static final int ENTRY = 64;

  private static final int NUMBER = 80;

  private MemorySize() {}

  /** The bytes of an item, its names included. */
  public static long of(Item item) {
    return ofMembers(item.attributes());
  }

  /** The bytes of a key. */
  public static long of(ItemKey key) {
    @Nullable AttributeValue sort = key.sort();
    return OBJECT + of(key.partition()) + (sort == null ? 0 : of(sort));
  }

  /** The bytes of a value. */
  public static long of(AttributeValue value) {
    return switch (value.type()) {
      case NULL, BOOL -> 0;
      case N -> NUMBER;
      case S -> OBJECT + of(((StringValue) value).text());
      case B -> 2L * OBJECT + ((BinaryValue) value).length();
      case L -> ofList((ListValue) value);
      case M -> ofMembers(((MapValue) value).members());
      case SS -> ofStrings((StringSetValue) value);
      case NS -> OBJECT + ((NumberSetValue) value).elements().size() * (long) (ENTRY + NUMBER);
      case BS -> ofBinaries((BinarySetValue) value);
    };
  }

  /** The bytes of a text. */
  public static long of(String text) {
    return 2L * OBJECT + text.length();
  }

  private static long ofList(ListValue list) {
    long bytes = 2L * OBJECT;
    for (AttributeValue element : list.elements()) {
      bytes += Long.BYTES + of(element);
    }
    return bytes;
  }

  // The names of members are mostly shared by many maps, and counted all the same.
  private static long ofMembers(Map<String, AttributeValue> members) {
    long bytes = 5L * OBJECT;
    for (var member : members.entrySet()) {
      bytes += ENTRY + of(member.getKey()) + of(member.getValue());
    }
    return bytes;
  }

  private static long ofStrings(StringSetValue set) {
    long bytes = 5L * OBJECT;
    for (String element : set.elements()) {
      bytes += ENTRY + of(element);
    }
    return bytes;
  }

  private static long ofBinaries(BinarySetValue set) {
    long bytes = 5L * OBJECT;
    for (BinaryValue element : set.elements()) {
      bytes += ENTRY + 2L * OBJECT + element.length();
    }
    return bytes;
  }
}
