package io.partikey.engine.table;

import java.util.List;

/**
 * Which attributes of an item its index entry holds; the keys of table and index always.
 *
 * @param kind all attributes, the keys alone, or the keys and those included
 * @param included the names that {@link Kind#INCLUDE} adds, otherwise empty
 */
public record Projection(Kind kind, List<String> included) {
  /** Every attribute. */
  public static final Projection ALL = new Projection(Kind.ALL, List.of());

  /** The keys of table and index alone. */
  public static final Projection KEYS_ONLY = new Projection(Kind.KEYS_ONLY, List.of());

  /** How much an index entry holds. */
  public enum Kind {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  public Projection {
    included = List.copyOf(included);
  }

  /** The keys and these attributes. */
  public static Projection include(List<String> names) {
    return new Projection(Kind.INCLUDE, names);
  }
}
