package io.partikey.engine.backend;

import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;

/**
 * A page of items.
 *
 * @param items the items that passed the filter, in order
 * @param itemsRead how many items were read, filtered ones included
 * @param continuation where the next page begins; empty when nothing follows. An empty page may be
 *     followed by others
 * @param consumed what the page cost
 */
public record Page(
    List<Item> items,
    int itemsRead,
    Optional<Continuation> continuation,
    ConsumedCapacity consumed) {
  /** The bytes at which what is read at once ends: with the item that fills them. */
  public static final int MOST_BYTES = 1 << 20;

  public Page {
    items = List.copyOf(items);
  }
}
