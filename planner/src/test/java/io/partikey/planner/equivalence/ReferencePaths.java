package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.StringLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Steps into a value; one that leads nowhere leads to MISSING. */
final class ReferencePaths {
  private ReferencePaths() {}

  /** Follows steps from a value; what is computed between brackets is what a function says. */
  static Optional<AttributeValue> follow(
      Optional<AttributeValue> root,
      List<PathStepSyntax> steps,
      Function<ExpressionSyntax, Optional<AttributeValue>> keys) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof PathStepSyntax.Subscript subscript
          && !(subscript.key() instanceof NumberLiteral)
          && !(subscript.key() instanceof StringLiteral)) {
        Optional<AttributeValue> collection = follow(root, steps.subList(0, i));
        return follow(
            at(collection, keys.apply(subscript.key())), steps.subList(i + 1, steps.size()), keys);
      }
    }
    return follow(root, steps);
  }

  private static Optional<AttributeValue> at(
      Optional<AttributeValue> collection, Optional<AttributeValue> key) {
    if (key.isPresent() && key.get() instanceof StringValue name) {
      return Frame.member(collection, name.text());
    }
    if (collection.isPresent() && collection.get() instanceof ListValue list) {
      for (int i = 0; i < list.elements().size(); i++) {
        if (key.equals(Optional.of(NumberValue.of(i)))) {
          return Optional.of(list.elements().get(i));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<AttributeValue> follow(
      Optional<AttributeValue> root, List<PathStepSyntax> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (isWildcard(steps.get(i))) {
        return all(follow(root, steps.subList(0, i)), steps.subList(i, steps.size()));
      }
    }
    Optional<AttributeValue> value = root;
    for (PathStepSyntax step : steps) {
      value = follow(value, step);
    }
    return value;
  }

  private static boolean isWildcard(PathStepSyntax step) {
    return step instanceof PathStepSyntax.AllElements
        || step instanceof PathStepSyntax.AllAttributes;
  }

  // MISSING only if the first wildcard meets no collection; further ones skip what is none.
  private static Optional<AttributeValue> all(
      Optional<AttributeValue> collection, List<PathStepSyntax> steps) {
    Optional<List<AttributeValue>> all = collection.flatMap(value -> elements(value, steps.get(0)));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<AttributeValue> found = new ArrayList<>();
    List<PathStepSyntax> behind = steps.subList(1, steps.size());
    boolean more = behind.stream().anyMatch(ReferencePaths::isWildcard);
    for (AttributeValue element : all.get()) {
      Optional<AttributeValue> value = follow(Optional.of(element), behind);
      if (more) {
        value.ifPresent(list -> found.addAll(((ListValue) list).elements()));
      } else {
        value.ifPresent(found::add);
      }
    }
    return Optional.of(new ListValue(found));
  }

  private static Optional<List<AttributeValue>> elements(
      AttributeValue value, PathStepSyntax step) {
    if (step instanceof PathStepSyntax.AllAttributes) {
      return value instanceof MapValue map
          ? Optional.of(List.copyOf(map.members().values()))
          : Optional.empty();
    }
    return value instanceof ListValue || value.type().isSet()
        ? Optional.of(ReferenceOrder.elements(value))
        : Optional.empty();
  }

  private static Optional<AttributeValue> follow(
      Optional<AttributeValue> value, PathStepSyntax step) {
    if (step instanceof PathStepSyntax.Attribute attribute) {
      return Frame.member(value, attribute.name().value());
    }
    if (step instanceof PathStepSyntax.Subscript subscript) {
      if (subscript.key() instanceof StringLiteral name) {
        return Frame.member(value, name.value());
      }
      int index = new BigDecimal(((NumberLiteral) subscript.key()).text()).intValueExact();
      return value.isPresent()
              && value.get() instanceof ListValue list
              && index < list.elements().size()
          ? Optional.of(list.elements().get(index))
          : Optional.empty();
    }
    throw new IllegalStateException("the reference interpreter does not know " + step);
  }
}
