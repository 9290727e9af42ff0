package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.KeyAttribute;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The order of the items of a table or index by its sort key, or against it. */
record SortKeyOrder(List<KeyAttribute> sort, boolean ascending) implements Comparator<Item> {
  @Override
  public int compare(Item left, Item right) {
    return compare(
        place -> left.get(sort.get(place).name()), place -> right.get(sort.get(place).name()));
  }

  /** Compares the values of two sort keys by their places in it. */
  int compare(
      IntFunction<@Nullable AttributeValue> left, IntFunction<@Nullable AttributeValue> right) {
    for (int place = 0; place < sort.size(); place++) {
      @Nullable AttributeValue a = left.apply(place);
      @Nullable AttributeValue b = right.apply(place);
      if (a == null || b == null) {
        throw new IllegalStateException("an item without its sort key " + sort.get(place).name());
      }
      int order = ScalarOrder.compare(a, b).orElseThrow();
      if (order != 0) {
        return ascending ? order : -order;
      }
    }
    return 0;
  }
}
