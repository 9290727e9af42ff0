package io.partikey.planner;

import io.partikey.engine.item.AttributeType;
import java.util.Optional;

/**
 * A parameter of a statement.
 *
 * @param type the type of the key attribute that it is compared with or assigned to, if known
 */
public record ParameterDescription(Optional<AttributeType> type) {
  /** A parameter of which nothing is known. */
  public static final ParameterDescription UNKNOWN = new ParameterDescription(Optional.empty());
}
