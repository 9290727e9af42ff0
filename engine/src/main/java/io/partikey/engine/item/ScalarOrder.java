package io.partikey.engine.item;

import java.util.OptionalInt;

/**
 * The order of strings (by UTF-8 bytes), of numbers (by value) and of binaries (by unsigned bytes).
 * Values of other types, or of two types, have no order.
 */
public final class ScalarOrder {
  private ScalarOrder() {}

  /** The sign of the order of two values, empty where they have none. */
  public static OptionalInt compare(AttributeValue left, AttributeValue right) {
    if (left instanceof StringValue a && right instanceof StringValue b) {
      return OptionalInt.of(Utf8Order.INSTANCE.compare(a.text(), b.text()));
    }
    if (left instanceof NumberValue a && right instanceof NumberValue b) {
      return OptionalInt.of(a.value().compareTo(b.value()));
    }
    if (left instanceof BinaryValue a && right instanceof BinaryValue b) {
      return OptionalInt.of(a.compareTo(b));
    }
    return OptionalInt.empty();
  }
}
