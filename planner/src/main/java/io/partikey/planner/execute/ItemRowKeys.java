package io.partikey.planner.execute;

import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.KeyAttribute;

/** The order of items by their sort key, of rows that are one item each. */
record ItemRowKeys(SortKeyOrder order) implements RowKeys {
  /** The row that an item is. */
  static PlanRow row(Item item) {
    return PlanRow.of(item.asMap());
  }

  /** The item that a row is. */
  static Item item(PlanRow row) {
    if (row.get(0) instanceof MapValue map) {
      return new Item(map.members());
    }
    throw new IllegalStateException("a row without its item");
  }

  @Override
  public PlanRow keysOf(PlanRow row) {
    Item item = item(row);
    return PlanRow.of(order.sort().stream().map(KeyAttribute::name).map(item::get).toList());
  }

  @Override
  public int compare(PlanRow left, PlanRow right) {
    return order.compare(left::get, right::get);
  }
}
