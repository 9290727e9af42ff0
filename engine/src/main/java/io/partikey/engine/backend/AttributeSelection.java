package io.partikey.engine.backend;

import java.util.Set;

/**
 * Which top-level attributes of items a read returns. A store may return more of an item; it never
 * returns less.
 *
 * @param all whether every attribute is wanted
 * @param names the names wanted when not all are
 */
public record AttributeSelection(boolean all, Set<String> names) {
  /** Every attribute. */
  public static final AttributeSelection ALL = new AttributeSelection(true, Set.of());

  public AttributeSelection {
    names = Set.copyOf(names);
  }

  /** These attributes. */
  public static AttributeSelection of(Set<String> names) {
    return new AttributeSelection(false, names);
  }

  /** Whether an attribute is wanted. */
  public boolean includes(String name) {
    return all || names.contains(name);
  }
}
