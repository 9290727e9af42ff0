package io.partikey.engine.store.check;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.store.catalog.ObservedAttributes;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import io.partikey.engine.store.row.StoredItem;
import io.partikey.engine.table.KeyAttribute;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The check of one table with its indexes, on rows that do not change. Used by one thread. */
final class TableCheck {
  private final StoredTable table;
  private final Rows rows;
  private final Map<Integer, Tally> counted;
  private final ObservedAttributes observed;
  private final Problems problems;
  private final Runnable onRow;

  /**
   * A check that reports to a list.
   *
   * @param counted what is counted of each table and index, by its id
   * @param onRow run for every row
   */
  TableCheck(
      StoredTable table,
      Rows rows,
      Map<Integer, Tally> counted,
      ObservedAttributes observed,
      Problems problems,
      Runnable onRow) {
    this.table = table;
    this.rows = rows;
    this.counted = counted;
    this.observed = observed;
    this.problems = problems;
    this.onRow = onRow;
  }

  void run() {
    Tally items = new Tally(table.partitions());
    Map<StoredIndex, Tally> entries = new LinkedHashMap<>();
    table.indexes().forEach(index -> entries.put(index, new Tally(index.partitions())));
    boolean whole =
        forEachRow(
            table.name(),
            table.keys(),
            (key, stored) -> {
              Item item = stored.toItem();
              checkItem(key, stored.size(), item);
              items.add(key, ItemSize.of(item));
              entries.forEach((index, tally) -> checkEntry(index, item, tally));
            });
    if (!whole) {
      return;
    }
    compare(table.name(), table.id(), items);
    entries.forEach(this::checkEntries);
  }

  private void checkItem(byte[] key, int size, Item item) {
    if (!Arrays.equals(key, table.keys().of(item::get))) {
      report(table.name(), "row " + hex(key) + " is not where the key of its item belongs");
    }
    if (size != ItemSize.of(item)) {
      report(table.name(), "the item " + keyOf(item) + " is stored with another size than it has");
    }
    for (Map.Entry<String, AttributeValue> attribute : item.attributes().entrySet()) {
      if (observed.isNew(attribute.getKey(), attribute.getValue().type())) {
        report(
            table.name(),
            "attribute \""
                + attribute.getKey()
                + "\" of type "
                + attribute.getValue().type()
                + " of the item "
                + keyOf(item)
                + " is not among those observed");
      }
    }
  }

  /** Checks the entry of an item, and counts it if it is there. */
  private void checkEntry(StoredIndex index, Item item, Tally tally) {
    byte @Nullable [] key = index.keys().of(item::get);
    if (key == null) {
      return;
    }
    byte @Nullable [] row = rows.get(key);
    if (row == null) {
      if (index.description().isActive()) {
        report(nameOf(index), "the entry of the item " + keyOf(item) + " is missing");
      }
      return;
    }
    Item projected = index.project(item);
    tally.add(key, ItemSize.of(projected));
    if (!StoredItem.of(row).toItem().equals(projected)) {
      report(
          nameOf(index),
          "the entry of the item " + keyOf(item) + " does not hold what the item does");
    }
  }

  /** Checks that there are no other entries than those of the items, which were counted. */
  private void checkEntries(StoredIndex index, Tally belonging) {
    long[] found = new long[1];
    boolean whole = forEachRow(nameOf(index), index.keys(), (key, entry) -> found[0]++);
    if (whole && found[0] != belonging.items()) {
      forEachRow(nameOf(index), index.keys(), (key, entry) -> checkBelongs(index, key, entry));
    }
    compare(nameOf(index), index.keys().objectId(), belonging);
  }

  private void checkBelongs(StoredIndex index, byte[] key, StoredItem entry) {
    Item projected = entry.toItem();
    byte @Nullable [] itemKey = table.keys().of(projected::get);
    byte @Nullable [] row = itemKey == null ? null : rows.get(itemKey);
    @Nullable Item item = row == null ? null : StoredItem.of(row).toItem();
    if (item == null || !Arrays.equals(key, index.keys().of(item::get))) {
      report(nameOf(index), "the entry " + DynamoJson.write(projected) + " belongs to no item");
    }
  }

  private void compare(String name, int objectId, Tally found) {
    @Nullable Tally counts = counted.get(objectId);
    if (counts != null) {
      found.differences(counts).forEach(difference -> report(name, difference));
    }
  }

  /** Whether all rows could be read; one that makes no sense is reported and passed over. */
  private boolean forEachRow(String name, KeyLayout keys, RowAction action) {
    try (RowCursor cursor = rows.open(keys.all(), Direction.ASCENDING, Extent.OBJECT)) {
      while (cursor.next()) {
        onRow.run();
        byte[] key = cursor.key();
        try {
          action.take(key, StoredItem.of(cursor.value()));
        } catch (EngineException damaged) {
          report(name, "row " + hex(key) + " cannot be read: " + damaged.getMessage());
        }
      }
      return true;
    } catch (EngineException unreadable) {
      report(name, "its rows cannot be read to their end: " + unreadable.getMessage());
      return false;
    }
  }

  private String keyOf(Item item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    for (KeyAttribute attribute : table.description().key().attributes()) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value != null) {
        key.put(attribute.name(), value);
      }
    }
    return DynamoJson.write(new Item(key));
  }

  private String nameOf(StoredIndex index) {
    return table.name() + "." + index.description().name();
  }

  private void report(String where, String problem) {
    problems.report(where + ": " + problem);
  }

  private static String hex(byte[] key) {
    return HexFormat.of().formatHex(key);
  }

  private interface RowAction {
    void take(byte[] key, StoredItem item);
  }
}
