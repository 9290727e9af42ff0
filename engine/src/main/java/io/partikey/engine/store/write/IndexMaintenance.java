package io.partikey.engine.store.write;

import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.row.StoredItem;
import io.partikey.engine.table.IndexDescription.IndexKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the indexes of a table in step with its items: the rows of index entries that change when
 * an item does, their counts, and the write units that they cost.
 *
 * <p>While an index is being built, nobody knows of an item whether the builder came by it already;
 * the rows themselves tell.
 */
public final class IndexMaintenance {
  private final StoredTable table;
  private final Rows rows;

  private final List<EntryUnits> units = new ArrayList<>();
  private int localBytes;
  private int localGrowth;

  IndexMaintenance(StoredTable table, Rows rows) {
    this.table = table;
    this.rows = rows;
  }

  /** Adds to the changes what becomes of all entries of an item, and says what that costs. */
  List<EntryUnits> maintain(
      @Nullable ItemImage before, @Nullable ItemImage after, ChangeSet changes) {
    for (StoredIndex index : table.indexes()) {
      @Nullable Entry old = before == null ? null : Entry.of(index, before);
      boolean inRows = old != null && (index.description().isActive() || rows.get(old.key) != null);
      @Nullable Entry now = entry(index, after);
      if (index.description().kind() == IndexKind.LOCAL) {
        localBytes += now == null ? 0 : now.size();
        localGrowth += (now == null ? 0 : now.size()) - (old == null ? 0 : old.size());
      }
      maintain(index, inRows ? old : null, now, changes);
    }
    return units;
  }

  /** The bytes of the item's entries in local indexes. */
  int localBytes() {
    return localBytes;
  }

  /** By how much they are more than before. */
  int localGrowth() {
    return localGrowth;
  }

  /** Adds the entry of an item to an index that does not have it, unless the item has none. */
  public static void add(StoredIndex index, StoredItem item, Rows rows, ChangeSet changes) {
    @Nullable Entry entry = Entry.of(index, ItemImage.of(item));
    if (entry != null && rows.get(entry.key) == null) {
      put(index, entry, 1, entry.size(), changes);
    }
  }

  private static @Nullable Entry entry(StoredIndex index, @Nullable ItemImage item) {
    return item == null ? null : Entry.of(index, item);
  }

  private void maintain(
      StoredIndex index, @Nullable Entry old, @Nullable Entry now, ChangeSet changes) {
    if (old != null && now != null && Arrays.equals(old.key, now.key)) {
      if (!old.image.item().equals(now.image.item())) {
        put(index, now, 0, now.size() - old.size(), changes);
        charge(index, now, Math.max(old.size(), now.size()));
      }
      return;
    }
    if (old != null) {
      remove(index, old, changes);
      charge(index, old, old.size());
    }
    if (now != null) {
      put(index, now, 1, now.size(), changes);
      charge(index, now, now.size());
    }
  }

  private void charge(StoredIndex index, Entry entry, int bytes) {
    units.add(new EntryUnits(index, entry.key, entry.image.item(), CapacityUnits.write(bytes)));
  }

  private static void put(StoredIndex index, Entry entry, int items, int bytes, ChangeSet changes) {
    changes.put(entry.key, entry.image.bytes());
    count(index, entry, items, bytes, changes);
  }

  private static void remove(StoredIndex index, Entry entry, ChangeSet changes) {
    changes.delete(entry.key);
    count(index, entry, -1, -entry.size(), changes);
  }

  private static void count(
      StoredIndex index, Entry entry, int items, int bytes, ChangeSet changes) {
    changes.counts().add(index.keys().objectId(), KeyLayout.hash(entry.key), items, bytes);
  }

  /** What an item has in an index. */
  private static final class Entry {
    private final byte[] key;
    private final ItemImage image;

    private Entry(byte[] key, ItemImage image) {
      this.key = key;
      this.image = image;
    }

    static @Nullable Entry of(StoredIndex index, ItemImage item) {
      byte @Nullable [] key = index.keys().of(item.item()::get);
      if (key == null) {
        return null;
      }
      return new Entry(key, index.projectsAll() ? item : ItemImage.of(index.project(item.item())));
    }

    int size() {
      return image.size();
    }
  }
}
