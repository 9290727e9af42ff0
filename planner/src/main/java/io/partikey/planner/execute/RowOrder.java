package io.partikey.planner.execute;

import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.planner.bound.SortKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of ORDER BY: evaluates the keys of a row, and compares the keys of two. NULL and
 * MISSING are alike, and stand first or last as each key says, whatever its direction.
 */
final class RowOrder implements RowKeys {
  private final List<SortKey> keys;
  private final Parameters parameters;

  RowOrder(List<SortKey> keys, Parameters parameters) {
    this.keys = List.copyOf(keys);
    this.parameters = parameters;
  }

  @Override
  public PlanRow keysOf(PlanRow row) {
    RowEnvironment environment = RowEnvironment.of(row, parameters);
    @Nullable AttributeValue[] values = new @Nullable AttributeValue[keys.size()];
    for (int i = 0; i < values.length; i++) {
      @Nullable AttributeValue value = keys.get(i).expression().evaluate(environment);
      values[i] = value == NullValue.NULL ? null : value;
    }
    return PlanRow.of(values);
  }

  @Override
  public int compare(PlanRow left, PlanRow right) {
    for (int i = 0; i < keys.size(); i++) {
      int order = compare(keys.get(i), left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(
      SortKey key, @Nullable AttributeValue left, @Nullable AttributeValue right) {
    if (left == null || right == null) {
      int missingLast = Boolean.compare(left == null, right == null);
      return key.missingFirst() ? -missingLast : missingLast;
    }
    int order = ValueOrder.INSTANCE.compare(left, right);
    return key.descending() ? -order : order;
  }
}
