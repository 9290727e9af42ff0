package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The size of the items of a transaction together, which is 4 MB at most. */
final class TransactionSize {
  private static final long MOST_BYTES = 4L << 20;

  private long bytes;

  /**
   * Checks writes: the items that are put, and those that are there of the others.
   *
   * @throws EngineException if they are too large together
   */
  static void check(List<WriteRequest> writes, Backend backend) {
    if ((long) writes.size() * ItemSize.MAX_ITEM_BYTES <= MOST_BYTES) {
      return;
    }
    TransactionSize size = new TransactionSize();
    try (ReadView view = backend.openView()) {
      for (WriteRequest write : writes) {
        if (write instanceof WriteRequest.Put put) {
          size.add(put.item());
          continue;
        }
        @Nullable Item item =
            view.getItems(GetRequest.of(write.table(), List.of(key(write)))).items().get(0);
        if (item != null) {
          size.add(item);
        }
      }
    }
  }

  private static ItemKey key(WriteRequest write) {
    if (write instanceof WriteRequest.Update update) {
      return update.key();
    }
    return write instanceof WriteRequest.Delete delete
        ? delete.key()
        : ((WriteRequest.Check) write).key();
  }

  /**
   * Adds an item.
   *
   * @throws EngineException if the items are too large together
   */
  void add(Item item) {
    bytes += ItemSize.of(item);
    if (bytes > MOST_BYTES) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The aggregate size of the items in the transaction exceeds 4 MB");
    }
  }
}
