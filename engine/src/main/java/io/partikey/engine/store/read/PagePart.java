package io.partikey.engine.store.read;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read for a page, wherever the page comes in its read.
 *
 * @param items the items that passed the filter
 * @param itemsRead how many items were read
 * @param bytes their bytes
 * @param keptBytes the bytes that the items take in memory, or where memory is large those that
 *     were read, about
 * @param lastKey the key of the last one, null if there was none
 * @param more whether the range that was read holds more
 */
record PagePart(
    List<Item> items,
    int itemsRead,
    long bytes,
    long keptBytes,
    @Nullable Item lastKey,
    boolean more) {
  /** Nothing read. */
  static final PagePart EMPTY = new PagePart(List.of(), 0, 0, 0, null, false);

  /**
   * The page that this is after those of a request's continuation.
   *
   * @param target the table or index that is charged
   * @param goesOn whether others may follow
   */
  Page page(PageRequest request, String target, boolean goesOn) {
    @Nullable Continuation before = request.continuation();
    long bytesBefore = before == null ? 0 : before.bytesBefore();
    Optional<Continuation> continuation =
        goesOn && lastKey != null
            ? Optional.of(new Continuation(lastKey, bytesBefore + bytes))
            : Optional.empty();
    double units = ReadUnits.ofPage(bytesBefore, bytes, request.consistent());
    return new Page(items, itemsRead, continuation, ConsumedCapacity.read(target, units));
  }
}
