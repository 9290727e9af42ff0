package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.Row;
import org.jspecify.annotations.Nullable;

/** A row of a plan, seen through the layout of the result. */
record ResultRow(ResultLayout layout, PlanRow row) implements Row {
  @Override
  public @Nullable AttributeValue get(int column) {
    return layout.value(row, column);
  }

  @Override
  public Item item() {
    return layout.item(row);
  }
}
