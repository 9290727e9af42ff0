package io.partikey.planner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an access makes of an item: attributes in order, then the item itself as a map
 * if {@code wholeItem}.
 *
 * @param alias what the statement calls the table, for EXPLAIN; null where it calls it by its name
 */
public record RowLayout(List<String> attributes, boolean wholeItem, @Nullable String alias) {
  public RowLayout {
    attributes = List.copyOf(attributes);
  }

  /** Columns of a table that goes by its name. */
  public RowLayout(List<String> attributes, boolean wholeItem) {
    this(attributes, wholeItem, null);
  }

  /** How many columns there are. */
  public int width() {
    return attributes.size() + (wholeItem ? 1 : 0);
  }
}
