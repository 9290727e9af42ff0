package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemSize;
import io.partikey.planner.execute.ExecutionContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a SELECT: up to a limit of items, and in any case no further than the item that
 * fills the size of a page. What counts are the items that are read, not those that are shown.
 *
 * <p>A page that a read of a collection fills exactly is followed by another one, even where that
 * is empty; after the last read of a single item nothing follows. A read of a single item that is
 * not there does not count.
 */
final class SelectPageReader {
  private static final int MOST_BYTES = 1 << 20;

  private final SelectReading reading;
  private final ExecutionContext context;
  private final boolean consistent;
  private final int limit;
  private final List<Item> shown = new ArrayList<>();
  private int itemsRead;
  private long bytesRead;

  /**
   * A reader of a page.
   *
   * @param limit most items to read, 0 for no limit
   */
  SelectPageReader(SelectReading reading, ExecutionContext context, boolean consistent, int limit) {
    this.reading = reading;
    this.context = context;
    this.consistent = consistent;
    this.limit = limit;
  }

  /**
   * Reads from a position on.
   *
   * @param reads the reads of item collections; none for a scan
   */
  SelectPage read(List<KeyRead> reads, SelectPosition from) {
    SelectPosition position = from;
    int count = reads.isEmpty() ? 1 : reads.size();
    while (position.read() < count) {
      if (isFull()) {
        return page(position);
      }
      @Nullable KeyRead read = reads.isEmpty() ? null : reads.get(position.read());
      if (read != null && reading.isGet(read)) {
        reading.get(read).forEach(this::take);
        position = new SelectPosition(position.read() + 1, null);
        continue;
      }
      @Nullable Item lastKey = readPage(read, position.lastKey());
      position =
          lastKey == null
              ? new SelectPosition(position.read() + 1, null)
              : new SelectPosition(position.read(), lastKey);
    }
    return page(null);
  }

  private boolean isFull() {
    return (limit > 0 && itemsRead >= limit) || bytesRead >= MOST_BYTES;
  }

  // Where the read goes on, null when it is at its end.
  private @Nullable Item readPage(@Nullable KeyRead read, @Nullable Item lastKey) {
    PageRequest request =
        new PageRequest(
            null,
            AttributeSelection.ALL,
            limit == 0 ? Integer.MAX_VALUE : limit - itemsRead,
            lastKey == null ? null : new Continuation(lastKey, 0),
            consistent);
    Page page =
        read == null
            ? context.scan(reading.scan(request))
            : context.query(reading.query(read, request));
    List<Item> items = page.items();
    for (int i = 0; i < items.size(); i++) {
      take(items.get(i));
      // Where memory is small the store's pages are too, and the last one may go too far.
      if (bytesRead >= MOST_BYTES && i < items.size() - 1) {
        return position(items.get(i));
      }
    }
    if (page.continuation().isPresent()) {
      return page.continuation().get().lastKey();
    }
    boolean filledExactly = limit > 0 && itemsRead == limit && !items.isEmpty();
    return filledExactly ? position(items.get(items.size() - 1)) : null;
  }

  private Item position(Item last) {
    Set<String> names = reading.positionNames();
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    last.attributes()
        .forEach(
            (name, value) -> {
              if (names.contains(name)) {
                key.put(name, value);
              }
            });
    return new Item(key);
  }

  private void take(Item item) {
    itemsRead++;
    bytesRead += ItemSize.of(item);
    reading.show(item).ifPresent(shown::add);
  }

  private SelectPage page(@Nullable SelectPosition next) {
    return new SelectPage(shown, Optional.ofNullable(next), context.consumed());
  }
}
