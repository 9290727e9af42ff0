package io.partikey.jdbc;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result set of metadata while they are being gathered. */
final class MetadataRows {
  private final MetadataShape shape;
  private final List<List<@Nullable AttributeValue>> rows = new ArrayList<>();

  MetadataRows(MetadataShape shape) {
    this.shape = shape;
  }

  /** Adds a row of strings, whole numbers, booleans and nulls, one for each column. */
  MetadataRows add(@Nullable Object... values) {
    if (values.length != shape.columns().size()) {
      throw new IllegalArgumentException(
          shape + " has " + shape.columns().size() + " columns, not " + values.length);
    }
    List<@Nullable AttributeValue> row = new ArrayList<>(values.length);
    for (Object value : values) {
      row.add(toValue(value));
    }
    rows.add(row);
    return this;
  }

  private static @Nullable AttributeValue toValue(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Boolean truth) {
      return BooleanValue.of(truth);
    }
    if (value instanceof Number number) {
      return NumberValue.of(number.longValue());
    }
    return new StringValue(value.toString());
  }

  /** The result set of the rows, in the order in which they were added. */
  ResultSet toResultSet(Session session) {
    return FixedResults.of(session, shape.columns(), rows);
  }
}
