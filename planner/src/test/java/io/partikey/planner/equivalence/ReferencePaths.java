package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathStep;
import io.partikey.parser.ast.StringLiteral;
import java.util.List;
import java.util.Optional;

/** Steps into a value; one that leads nowhere leads to MISSING. */
final class ReferencePaths {
  private ReferencePaths() {}

  static Optional<AttributeValue> follow(Optional<AttributeValue> root, List<PathStep> steps) {
    Optional<AttributeValue> value = root;
    for (PathStep step : steps) {
      value = follow(value, step);
    }
    return value;
  }

  private static Optional<AttributeValue> follow(Optional<AttributeValue> value, PathStep step) {
    if (step instanceof PathStep.Attribute attribute) {
      return Frame.member(value, attribute.name().value());
    }
    if (step instanceof PathStep.Subscript subscript) {
      if (subscript.key() instanceof StringLiteral name) {
        return Frame.member(value, name.value());
      }
      int index = ((NumberLiteral) subscript.key()).value().intValueExact();
      return value.isPresent()
              && value.get() instanceof ListValue list
              && index < list.elements().size()
          ? Optional.of(list.elements().get(index))
          : Optional.empty();
    }
    throw new IllegalStateException("the reference interpreter does not know " + step);
  }
}
