package io.partikey.engine.store;

import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a table should hold, in the simplest way: a map, sorted and filtered for every query. */
final class ModelTable {
  private final TableDescription table;
  private final Map<ItemKey, Item> items = new HashMap<>();

  ModelTable(TableDescription table) {
    this.table = table;
  }

  @Nullable Item get(ItemKey key) {
    return items.get(key);
  }

  void put(ItemKey key, Item item) {
    items.put(key, item);
  }

  void remove(ItemKey key) {
    items.remove(key);
  }

  Map<ItemKey, Item> items() {
    return items;
  }

  /** The items of a collection of the table or of an index, in order. */
  List<Item> query(
      KeySchema key, List<AttributeValue> partition, SortCondition condition, boolean ascending) {
    List<Item> found = new ArrayList<>();
    for (Item item : items.values()) {
      if (isIndexed(key, item)
          && partition.equals(values(key.partition(), item))
          && holds(condition, values(key.sort(), item))) {
        found.add(item);
      }
    }
    Comparator<Item> order =
        Comparator.comparing((Item item) -> values(key.sort(), item), ModelTable::compare)
            .thenComparing(item -> values(table.key().attributes(), item), ModelTable::compare);
    found.sort(ascending ? order : order.reversed());
    return found;
  }

  /** All items that an index, or the table, has. */
  List<Item> all(KeySchema key) {
    return items.values().stream().filter(item -> isIndexed(key, item)).toList();
  }

  private static boolean isIndexed(KeySchema key, Item item) {
    return key.attributes().stream().allMatch(attribute -> item.get(attribute.name()) != null);
  }

  private static List<AttributeValue> values(List<KeyAttribute> attributes, Item item) {
    return attributes.stream().map(a -> Objects.requireNonNull(item.get(a.name()))).toList();
  }

  private static int compare(List<AttributeValue> left, List<AttributeValue> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = ScalarOrder.compare(left.get(i), right.get(i)).orElseThrow();
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static boolean holds(SortCondition condition, List<AttributeValue> sort) {
    int equal = condition.equal().size();
    if (!condition.equal().equals(sort.subList(0, equal))) {
      return false;
    }
    SortCondition.@Nullable Bound lower = condition.lower();
    SortCondition.@Nullable Bound upper = condition.upper();
    @Nullable AttributeValue prefix = condition.prefix();
    return (lower == null || compare(sort.get(equal), lower.value()) >= (lower.inclusive() ? 0 : 1))
        && (upper == null
            || compare(sort.get(equal), upper.value()) <= (upper.inclusive() ? 0 : -1))
        && (prefix == null || beginsWith(sort.get(equal), prefix));
  }

  private static int compare(AttributeValue left, AttributeValue right) {
    return Integer.signum(ScalarOrder.compare(left, right).orElseThrow());
  }

  private static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
    if (value instanceof StringValue text && prefix instanceof StringValue start) {
      return text.text().startsWith(start.text());
    }
    byte[] bytes = ((BinaryValue) value).toByteArray();
    byte[] start = ((BinaryValue) prefix).toByteArray();
    return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
  }
}
