package io.partikey.engine.store.read;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.item.Item;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.row.StoredEnvironment;
import io.partikey.engine.store.row.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page from a cursor: up to a limit of items or, without one, {@link #DEFAULT_ITEMS}, and
 * in any case no further than the item that fills {@link Page#MOST_BYTES}, filtered items counted,
 * or with those kept {@link MemoryLimit#PAGE}. What others hold at the same time has its share.
 */
final class PageReader {
  /** Most items of a page that has no limit of its own. */
  static final int DEFAULT_ITEMS = 256;

  private final PageRequest request;
  private final AttributeSelection keys;
  private final @Nullable ScanHeat scanHeat;
  private final List<Item> items = new ArrayList<>();
  private final long mostBytes;
  private final PageMemory memory;
  private int itemsRead;
  private long bytes;

  /**
   * A reader of a page.
   *
   * @param keyNames the attributes that say where a page ended
   * @param scanHeat told of each item; null for a query
   */
  PageReader(PageRequest request, Set<String> keyNames, @Nullable ScanHeat scanHeat) {
    this.scanHeat = scanHeat;
    this.request = request;
    this.keys = AttributeSelection.of(keyNames);
    this.mostBytes = Math.max(1, Page.MOST_BYTES / request.sharers());
    this.memory = new PageMemory(request.sharers());
  }

  PagePart read(RowCursor cursor) {
    int limit = request.limit() == 0 ? DEFAULT_ITEMS : request.limit();
    @Nullable StoredItem last = null;
    boolean more = cursor.next();
    while (more && itemsRead < limit && bytes < mostBytes && !memory.isFull()) {
      last = StoredItem.of(cursor.value());
      take(last);
      if (scanHeat != null) {
        scanHeat.add(cursor.key(), last.size());
      }
      more = cursor.next();
    }
    long kept = memory.bytes(itemsRead == 0 ? 0 : bytes * items.size() / itemsRead);
    return new PagePart(
        items, itemsRead, bytes, kept, last == null ? null : last.select(keys), more);
  }

  private void take(StoredItem item) {
    itemsRead++;
    bytes += item.size();
    @Nullable BoundExpression filter = request.filter();
    if (filter == null || StoredEnvironment.isTrue(filter, item)) {
      Item selected = item.select(request.attributes());
      items.add(selected);
      memory.add(selected);
    }
  }
}
