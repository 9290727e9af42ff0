package io.partikey.planner.api;

import io.partikey.engine.item.AttributeType;
import java.util.Optional;

/**
 * A parameter of a statement.
 *
 * @param type the type that its values should have, as far as that follows from where it stands:
 *     that of the attribute or value that it is compared with, assigned to or computed with; a map
 *     for a whole item
 * @param attribute the attribute that it is compared with or assigned to, if it is one as it is
 */
public record ParameterDescription(Optional<AttributeType> type, Optional<Attribute> attribute) {
  /** A parameter of which nothing is known. */
  public static final ParameterDescription UNKNOWN =
      new ParameterDescription(Optional.empty(), Optional.empty());

  /**
   * The attribute that a parameter meets.
   *
   * @param table the attribute's table
   * @param name the attribute's name
   * @param assigned whether the parameter becomes its value, not only what it is compared with
   */
  public record Attribute(String table, String name, boolean assigned) {}
}
