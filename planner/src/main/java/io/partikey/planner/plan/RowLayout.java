package io.partikey.planner.plan;

import java.util.List;

/**
 * The columns that an access makes of an item: attributes in order, then the item itself as a map
 * if {@code wholeItem}.
 */
public record RowLayout(List<String> attributes, boolean wholeItem) {
  public RowLayout {
    attributes = List.copyOf(attributes);
  }

  /** How many columns there are. */
  public int width() {
    return attributes.size() + (wholeItem ? 1 : 0);
  }
}
