package io.partikey.planner.dynamodb.select;

import io.partikey.engine.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a SELECT ended.
 *
 * @param read the read that goes on, from 0
 * @param lastKey the key attributes of the last item that it read, null before the first one
 */
public record SelectPosition(int read, @Nullable Item lastKey) {
  /** Before the first item. */
  public static final SelectPosition START = new SelectPosition(0, null);
}
