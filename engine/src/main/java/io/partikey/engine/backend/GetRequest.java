package io.partikey.engine.backend;

import io.partikey.engine.item.ItemKey;
import java.util.List;

/**
 * Gets items of a table by full key.
 *
 * @param table the table
 * @param keys the keys, of the types of the table's key
 * @param attributes which top-level attributes to return
 * @param consistent whether the read must see every write acknowledged before it, which costs
 *     double
 */
public record GetRequest(
    String table, List<ItemKey> keys, AttributeSelection attributes, boolean consistent) {
  public GetRequest {
    keys = List.copyOf(keys);
  }

  /** A request for whole items, charged as eventually consistent. */
  public static GetRequest of(String table, List<ItemKey> keys) {
    return new GetRequest(table, keys, AttributeSelection.ALL, false);
  }
}
