package io.partikey.planner.define;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.api.ResultColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of inspections and the values in them. */
final class ListingColumns {
  private static final MathContext SHOWN = new MathContext(6);

  private ListingColumns() {}

  /** A column of strings. */
  static ResultColumn text(String label) {
    return ResultColumn.computed(label, Set.of(AttributeType.S));
  }

  /** A column of numbers. */
  static ResultColumn number(String label) {
    return ResultColumn.computed(label, Set.of(AttributeType.N));
  }

  /** A string. */
  static AttributeValue of(String text) {
    return new StringValue(text);
  }

  /** A whole number. */
  static AttributeValue of(long number) {
    return NumberValue.of(number);
  }

  /** A measured number, rounded to what is worth showing. */
  static AttributeValue of(double number) {
    return new NumberValue(new BigDecimal(number).round(SHOWN));
  }

  /** The names of the attributes of one side of a key; missing where there are none. */
  static @Nullable AttributeValue names(List<KeyAttribute> side) {
    return side.isEmpty()
        ? null
        : of(side.stream().map(KeyAttribute::name).collect(Collectors.joining(", ")));
  }
}
