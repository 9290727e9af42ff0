package io.partikey.engine.backend;

import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The scalars between two ends, in their order. Ends that have no order with each other, such as a
 * number and a string, have nothing between them. Immutable.
 *
 * @param lower the lower end, null for none
 * @param upper the upper end, null for none
 */
public record Interval(@Nullable Bound lower, @Nullable Bound upper) {
  /** Everything. */
  public static final Interval ALL = new Interval(null, null);

  private static final int MAX_BYTE = 0xFF;

  /** The values that compare so with one; everything where it is missing. */
  public static Interval of(ComparisonOperator operator, @Nullable AttributeValue value) {
    return switch (operator) {
      case EQUAL -> between(value, value);
      case LESS -> new Interval(null, end(value, false));
      case LESS_OR_EQUAL -> new Interval(null, end(value, true));
      case GREATER -> new Interval(end(value, false), null);
      case GREATER_OR_EQUAL -> new Interval(end(value, true), null);
      case NOT_EQUAL -> ALL;
    };
  }

  /** The values from one to another, both included; without an end where that is missing. */
  public static Interval between(@Nullable AttributeValue lower, @Nullable AttributeValue upper) {
    return new Interval(end(lower, true), end(upper, true));
  }

  private static @Nullable Bound end(@Nullable AttributeValue value, boolean inclusive) {
    return value == null ? null : new Bound(value, inclusive);
  }

  /**
   * The strings or binaries that begin with one: those from it up to the next one that does not
   * begin with it. Of other values, those from it on.
   */
  public static Interval beginningWith(@Nullable AttributeValue prefix) {
    @Nullable AttributeValue next = null;
    if (prefix instanceof StringValue text) {
      next = next(text.text());
    } else if (prefix instanceof BinaryValue binary) {
      next = next(binary.toByteArray());
    }
    return new Interval(end(prefix, true), end(next, false));
  }

  // The last character that has a successor is replaced by it, and those behind it go.
  private static @Nullable AttributeValue next(String text) {
    int end = text.length();
    while (end > 0 && text.codePointBefore(end) == Character.MAX_CODE_POINT) {
      end -= 2;
    }
    if (end == 0) {
      return null;
    }
    int last = text.codePointBefore(end);
    int successor = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
    return new StringValue(
        text.substring(0, end - Character.charCount(last)) + Character.toString(successor));
  }

  private static @Nullable AttributeValue next(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] & MAX_BYTE) == MAX_BYTE) {
      end--;
    }
    if (end == 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(bytes, end);
    next[end - 1]++;
    return BinaryValue.copyOf(next);
  }

  /** The values that are in both. */
  public Interval and(Interval other) {
    if (isAll() || other.isAll()) {
      return isAll() ? other : this;
    }
    return new Interval(tighter(lower, other.lower, 1), tighter(upper, other.upper, -1));
  }

  private boolean isAll() {
    return lower == null && upper == null;
  }

  private static @Nullable Bound tighter(
      @Nullable Bound one, @Nullable Bound other, int direction) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = ScalarOrder.compare(other.value(), one.value()).orElse(0) * direction;
    return order > 0 || (order == 0 && one.inclusive() && !other.inclusive()) ? other : one;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return !reaches(lower, upper);
  }

  /** Whether a value may be in both. */
  public boolean meets(Interval other) {
    return reaches(lower, other.upper) && reaches(other.lower, upper);
  }

  private static boolean reaches(@Nullable Bound from, @Nullable Bound to) {
    if (from == null || to == null) {
      return true;
    }
    OptionalInt order = ScalarOrder.compare(from.value(), to.value());
    return order.isPresent()
        && (order.getAsInt() < 0 || (order.getAsInt() == 0 && from.inclusive() && to.inclusive()));
  }

  /** Whether a value is in it. */
  public boolean contains(AttributeValue value) {
    return meets(between(value, value));
  }

  /** The one value that is in it; empty where it is no point. */
  public Optional<AttributeValue> point() {
    return lower != null && lower.inclusive() && lower.equals(upper)
        ? Optional.of(lower.value())
        : Optional.empty();
  }

  /** The condition that a sort key is in it. */
  public SortCondition condition() {
    return point().map(SortCondition::equalTo).orElseGet(() -> SortCondition.between(lower, upper));
  }
}
