package io.partikey.planner.execute;

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
public record ServicePage(
    List<Item> items, Optional<ServicePosition> next, ConsumedCapacity consumed) {
  public ServicePage {
    items = List.copyOf(items);
  }
}
