package io.partikey.engine.store.check;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.ObservedAttributes;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import io.partikey.engine.store.row.StoredItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares, at one moment, every index with its table, and the counts and observed attributes with
 * the items. Each entry of an index that is being built must belong to an item, too, but some may
 * be missing. Used by one thread.
 */
public final class ConsistencyCheck {
  private static final int MOST_PROBLEMS = 100;

  private final CatalogSnapshot catalog;
  private final RowSnapshot rows;
  private final Map<Integer, List<Tally>> counted;
  private final Definitions definitions;
  private final List<String> problems = new ArrayList<>();

  private ConsistencyCheck(Definitions definitions, RowStore store) {
    this.definitions = definitions;
    this.catalog = definitions.current();
    this.counted = counted(definitions);
    this.rows = store.snapshot();
  }

  /**
   * Checks a database; writers go on meanwhile.
   *
   * @return what is wrong, in words; empty if nothing is
   */
  public static List<String> problems(Definitions definitions, RowStore store) {
    ConsistencyCheck check =
        definitions.withoutWriters(() -> new ConsistencyCheck(definitions, store));
    try {
      check.catalog.tables().forEach(check::check);
      return List.copyOf(check.problems);
    } finally {
      check.rows.close();
    }
  }

  private static Map<Integer, List<Tally>> counted(Definitions definitions) {
    Map<Integer, List<Tally>> counted = new LinkedHashMap<>();
    for (StoredTable table : definitions.current().tables()) {
      counted.put(table.id(), counted(definitions, table.keys(), table.partitions()));
      for (StoredIndex index : table.indexes()) {
        counted.put(
            index.keys().objectId(), counted(definitions, index.keys(), index.partitions()));
      }
    }
    return counted;
  }

  private static List<Tally> counted(
      Definitions definitions, KeyLayout keys, PartitionMap partitions) {
    List<Tally> tallies = Tally.ofEach(partitions);
    for (int i = 0; i < tallies.size(); i++) {
      Tally tally = tallies.get(i);
      tally.items = definitions.counts().of(keys.objectId()).items(i);
      tally.bytes = definitions.counts().of(keys.objectId()).bytes(i);
    }
    return tallies;
  }

  private void check(StoredTable table) {
    List<Tally> found = Tally.ofEach(table.partitions());
    Map<StoredIndex, List<Tally>> entries = new LinkedHashMap<>();
    table.indexes().forEach(index -> entries.put(index, Tally.ofEach(index.partitions())));
    forEachRow(
        table.keys(),
        (key, value) -> {
          Item item = StoredItem.of(value).toItem();
          checkItem(table, key, StoredItem.of(value).size(), item);
          Tally.add(found, table.partitions(), key, ItemSize.of(item));
          entries.forEach((index, tallies) -> checkEntry(table, index, item, tallies));
        });
    compare(table.name(), table.keys(), found);
    entries.forEach((index, tallies) -> checkRows(table, index, tallies));
  }

  private void checkItem(StoredTable table, byte[] key, int size, Item item) {
    if (!Arrays.equals(key, table.keys().of(item::get))) {
      report(table.name() + ": row " + hex(key) + " is not where the key of its item belongs");
    }
    if (size != ItemSize.of(item)) {
      report(table.name() + ": row " + hex(key) + " has another size than its item");
    }
    ObservedAttributes observed = definitions.observations().of(table.id());
    for (Map.Entry<String, AttributeValue> attribute : item.attributes().entrySet()) {
      if (observed.isNew(attribute.getKey(), attribute.getValue().type())) {
        report(table.name() + ": attribute \"" + attribute.getKey() + "\" was not observed");
      }
    }
  }

  private void checkEntry(StoredTable table, StoredIndex index, Item item, List<Tally> tallies) {
    byte @Nullable [] key = index.keys().of(item::get);
    if (key == null) {
      return;
    }
    String name = table.name() + "." + index.description().name();
    byte @Nullable [] row = rows.get(key);
    if (row == null) {
      if (index.description().isActive()) {
        report(name + ": entry " + hex(key) + " is missing");
      }
      return;
    }
    Item projected = index.project(item);
    if (!StoredItem.of(row).toItem().equals(projected)) {
      report(name + ": entry " + hex(key) + " does not hold what its item does");
    }
    Tally.add(tallies, index.partitions(), key, ItemSize.of(projected));
  }

  private void checkRows(StoredTable table, StoredIndex index, List<Tally> expected) {
    String name = table.name() + "." + index.description().name();
    long[] entries = new long[1];
    forEachRow(index.keys(), (key, value) -> entries[0]++);
    long belonging = expected.stream().mapToLong(tally -> tally.items).sum();
    if (entries[0] != belonging) {
      report(name + ": " + (entries[0] - belonging) + " entries belong to no item");
    }
    compare(name, index.keys(), expected);
  }

  private void compare(String name, KeyLayout keys, List<Tally> found) {
    List<Tally> counts = counted.getOrDefault(keys.objectId(), List.of());
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).sameAs(counts.get(i))) {
        report(
            name + ": partition " + i + " holds " + found.get(i) + " but counts " + counts.get(i));
      }
    }
  }

  private void forEachRow(KeyLayout keys, RowAction action) {
    try (RowCursor cursor = rows.open(keys.all(), Direction.ASCENDING, Extent.OBJECT)) {
      while (cursor.next()) {
        byte[] key = cursor.key();
        try {
          action.take(key, cursor.value());
        } catch (EngineException damaged) {
          report("row " + hex(key) + ": " + damaged.getMessage());
        }
      }
    }
  }

  private void report(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private static String hex(byte[] key) {
    return HexFormat.of().formatHex(key);
  }

  private interface RowAction {
    void take(byte[] key, byte[] value);
  }

  /** How many items a partition holds, and their bytes. */
  private static final class Tally {
    private long items;
    private long bytes;

    static List<Tally> ofEach(PartitionMap partitions) {
      List<Tally> tallies = new ArrayList<>();
      partitions.partitions().forEach(partition -> tallies.add(new Tally()));
      return tallies;
    }

    static void add(List<Tally> tallies, PartitionMap partitions, byte[] key, int size) {
      Tally tally = tallies.get(partitions.indexOf(KeyLayout.hash(key)));
      tally.items++;
      tally.bytes += size;
    }

    boolean sameAs(Tally other) {
      return items == other.items && bytes == other.bytes;
    }

    @Override
    public String toString() {
      return items + " items of " + bytes + " bytes";
    }
  }
}
