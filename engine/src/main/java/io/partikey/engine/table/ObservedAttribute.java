package io.partikey.engine.table;

import io.partikey.engine.item.AttributeType;
import java.util.Set;

/**
 * A top-level attribute that the store has seen in a table's items, with every type it had.
 *
 * <p>Kept by the writes themselves, so that columns are known without sampling; never forgotten and
 * never re-ordered while the table lives.
 *
 * @param name the attribute's name
 * @param types the types of its values, NULL included
 */
public record ObservedAttribute(String name, Set<AttributeType> types) {
  public ObservedAttribute {
    types = Set.copyOf(types);
  }
}
