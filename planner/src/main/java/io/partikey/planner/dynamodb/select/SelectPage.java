package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;

/**
 * A page of a SELECT.
 *
 * @param items what is shown of the items that met the condition
 * @param next where the next page begins; empty when nothing follows. An empty page may be followed
 *     by others
 * @param consumed what the page cost
 */
public record SelectPage(
    List<Item> items, Optional<SelectPosition> next, ConsumedCapacity consumed) {
  public SelectPage {
    items = List.copyOf(items);
  }
}
