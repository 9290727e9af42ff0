package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.KeyAttribute;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of the items of a table or index by its sort key, or against it. */
record SortKeyOrder(List<KeyAttribute> sort, boolean ascending) implements Comparator<Item> {
  @Override
  public int compare(Item left, Item right) {
    for (KeyAttribute attribute : sort) {
      @Nullable AttributeValue a = left.get(attribute.name());
      @Nullable AttributeValue b = right.get(attribute.name());
      if (a == null || b == null) {
        throw new IllegalStateException("an item without its sort key " + attribute.name());
      }
      int order = ScalarOrder.compare(a, b).orElseThrow();
      if (order != 0) {
        return ascending ? order : -order;
      }
    }
    return 0;
  }
}
