package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringValue;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An interval of sort keys; an end that is null is open to that side.
 *
 * @param lowerInclusive whether the lower end is in it
 * @param upperInclusive whether the upper end is in it
 */
record SortInterval(
    @Nullable AttributeValue lower,
    boolean lowerInclusive,
    @Nullable AttributeValue upper,
    boolean upperInclusive) {
  /** All sort keys. */
  static final SortInterval ALL = new SortInterval(null, true, null, true);

  /** Greater than every character that can follow a prefix. */
  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  /** The keys that compare so with a value. */
  static SortInterval of(ComparisonOperator operator, @Nullable AttributeValue value) {
    return switch (operator) {
      case EQUAL -> between(value, value);
      case LESS -> new SortInterval(null, true, value, false);
      case LESS_OR_EQUAL -> new SortInterval(null, true, value, true);
      case GREATER -> new SortInterval(value, false, null, true);
      case GREATER_OR_EQUAL -> new SortInterval(value, true, null, true);
      case NOT_EQUAL -> ALL;
    };
  }

  /** The keys from one value to another, both included. */
  static SortInterval between(@Nullable AttributeValue lower, @Nullable AttributeValue upper) {
    return new SortInterval(lower, true, upper, true);
  }

  /** The keys with a prefix. */
  static SortInterval beginningWith(@Nullable AttributeValue prefix) {
    return prefix instanceof StringValue text
        ? between(text, new StringValue(text.text() + LAST_CHARACTER))
        : new SortInterval(prefix, true, null, true);
  }

  /** The keys that are in another interval too. */
  SortInterval within(SortInterval other) {
    boolean otherLower = isTighter(other.lower, lower, 1, lowerInclusive && !other.lowerInclusive);
    boolean otherUpper = isTighter(other.upper, upper, -1, upperInclusive && !other.upperInclusive);
    return new SortInterval(
        otherLower ? other.lower : lower,
        otherLower ? other.lowerInclusive : lowerInclusive,
        otherUpper ? other.upper : upper,
        otherUpper ? other.upperInclusive : upperInclusive);
  }

  private static boolean isTighter(
      @Nullable AttributeValue end, @Nullable AttributeValue than, int direction, boolean ifEqual) {
    if (end == null || than == null) {
      return end != null;
    }
    int order = ScalarOrder.compare(end, than).orElse(0) * direction;
    return order > 0 || (order == 0 && ifEqual);
  }

  /** Whether a key may be in both intervals. */
  boolean meets(SortInterval other) {
    return reaches(this, other) && reaches(other, this);
  }

  // Whether one interval begins before the other ends.
  private static boolean reaches(SortInterval one, SortInterval other) {
    if (one.lower == null || other.upper == null) {
      return true;
    }
    OptionalInt order = ScalarOrder.compare(one.lower, other.upper);
    if (order.isEmpty()) {
      return false;
    }
    return order.getAsInt() < 0
        || (order.getAsInt() == 0 && one.lowerInclusive && other.upperInclusive);
  }

  /** Whether there is one key at most in it. */
  boolean isPoint() {
    return lower != null && lower.equals(upper) && lowerInclusive && upperInclusive;
  }

  /** The condition that the sort key is in it. */
  SortCondition condition() {
    if (isPoint()) {
      return SortCondition.equalTo(Objects.requireNonNull(lower));
    }
    return SortCondition.between(
        lower == null ? null : new SortCondition.Bound(lower, lowerInclusive),
        upper == null ? null : new SortCondition.Bound(upper, upperInclusive));
  }
}
