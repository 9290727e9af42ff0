package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows of one identity together: rows whose keys are equal, NULL and MISSING being two.
 * MISSING comes before everything else.
 *
 * @param keys makes of a row what it is identified by
 */
record RowIdentity(UnaryOperator<PlanRow> keys) implements RowKeys {
  /** The order of rows by some of their columns. */
  static RowIdentity ofColumns(int... columns) {
    return new RowIdentity(row -> row.select(columns));
  }

  @Override
  public PlanRow keysOf(PlanRow row) {
    return keys.apply(row);
  }

  @Override
  public int compare(PlanRow left, PlanRow right) {
    for (int i = 0; i < left.width(); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(@Nullable AttributeValue left, @Nullable AttributeValue right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    return ValueOrder.INSTANCE.compare(left, right);
  }
}
