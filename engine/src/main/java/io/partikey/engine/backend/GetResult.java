package io.partikey.engine.backend;

import io.partikey.engine.item.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items that a get found.
 *
 * @param items one entry for each key, in the order of the keys, null where there is no item; no
 *     further than the item that fills {@link Page#MOST_BYTES}, so fewer than there are keys where
 *     items are large, but one at least
 * @param consumed what the get cost
 */
public record GetResult(List<@Nullable Item> items, ConsumedCapacity consumed) {
  public GetResult {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }
}
