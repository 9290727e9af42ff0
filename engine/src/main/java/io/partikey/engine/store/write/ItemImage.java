package io.partikey.engine.store.write;

import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.store.row.StoredItem;
import org.jspecify.annotations.Nullable;

/** An item with its size, and its bytes when they are asked for. Not thread-safe. */
final class ItemImage {
  private final Item item;
  private final int size;
  private byte @Nullable [] bytes;

  private ItemImage(Item item, int size) {
    this.item = item;
    this.size = size;
  }

  static ItemImage of(Item item) {
    return new ItemImage(item, ItemSize.of(item));
  }

  /** An item that is stored. */
  static ItemImage of(StoredItem stored) {
    return new ItemImage(stored.toItem(), stored.size());
  }

  Item item() {
    return item;
  }

  int size() {
    return size;
  }

  /** The bytes to store; encoded once, however many rows hold them. */
  byte[] bytes() {
    if (bytes == null) {
      bytes = StoredItem.encode(item, size);
    }
    return bytes;
  }
}
