package io.partikey.engine.backend;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bounds the sort key within an item collection: equal values for the leftmost sort
 * attributes, then a range of the next one. All parts hold together; absent parts do not bound.
 *
 * @param equal values of the leftmost sort attributes, one for a single-attribute key's equality
 * @param lower the least value of the next attribute
 * @param upper the greatest value of the next attribute
 * @param prefix what the next attribute, a string or binary, begins with
 */
public record SortCondition(
    List<AttributeValue> equal,
    @Nullable Bound lower,
    @Nullable Bound upper,
    @Nullable AttributeValue prefix) {
  /** The whole collection. */
  public static final SortCondition ALL = new SortCondition(List.of(), null, null, null);

  public SortCondition {
    equal = List.copyOf(equal);
  }

  /** The items whose leftmost sort attributes have these values. */
  public static SortCondition equalTo(AttributeValue... values) {
    return new SortCondition(List.of(values), null, null, null);
  }

  /** The items whose sort key lies between bounds, either of which may be null. */
  public static SortCondition between(@Nullable Bound lower, @Nullable Bound upper) {
    return new SortCondition(List.of(), lower, upper, null);
  }

  /** The items whose sort key begins with a value. */
  public static SortCondition beginsWith(AttributeValue prefix) {
    return new SortCondition(List.of(), null, null, prefix);
  }

  /**
   * An end of a range.
   *
   * @param value the value at the end
   * @param inclusive whether the value itself is in the range
   */
  public record Bound(AttributeValue value, boolean inclusive) {}
}
