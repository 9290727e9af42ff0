package io.partikey.planner.api;

import io.partikey.engine.item.AttributeType;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a result.
 *
 * @param label what the column is called: its alias, or the last step of its path
 * @param attribute the top-level attribute that it shows unchanged, if it does
 * @param table the table of that attribute, if it does
 * @param types the types that its values may have as far as known; empty when nothing is known
 * @param key whether it shows an attribute of the table's primary key, which is never missing
 */
public record ResultColumn(
    String label,
    Optional<String> attribute,
    Optional<String> table,
    Set<AttributeType> types,
    boolean key) {
  public ResultColumn {
    types = Set.copyOf(types);
  }

  /** A column that shows no attribute as it is, of these types. */
  public static ResultColumn computed(String label, Set<AttributeType> types) {
    return new ResultColumn(label, Optional.empty(), Optional.empty(), types, false);
  }
}
