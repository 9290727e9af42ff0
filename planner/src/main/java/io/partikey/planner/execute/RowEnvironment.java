package io.partikey.planner.execute;

import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a plan are evaluated on: a row, and in an access also the item that is
 * tested, the row being the outer one of a lookup then.
 */
record RowEnvironment(PlanRow row, Item item, Parameters parameters) implements Environment {
  /** The environment of a row alone. */
  static RowEnvironment of(PlanRow row, Parameters parameters) {
    return new RowEnvironment(row, Item.EMPTY, parameters);
  }

  /** This environment with another item. */
  RowEnvironment with(Item newItem) {
    return new RowEnvironment(row, newItem, parameters);
  }

  @Override
  public @Nullable AttributeValue attribute(String name) {
    return item.get(name);
  }

  @Override
  public @Nullable AttributeValue column(int index) {
    return row.get(index);
  }

  @Override
  public @Nullable AttributeValue parameter(int index) {
    return parameters.get(index);
  }
}
