package io.partikey.planner.api;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import org.jspecify.annotations.Nullable;

/** A row of a result. Immutable. */
public interface Row {
  /** The value of a column by position from 0, null when it is missing. */
  @Nullable AttributeValue get(int column);

  /**
   * The row as an item: its columns by label without those that are missing; for {@code SELECT *}
   * the whole item, attributes without a column included.
   */
  Item item();
}
