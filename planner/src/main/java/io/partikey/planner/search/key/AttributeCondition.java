package io.partikey.planner.search.key;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.planner.bound.References;
import io.partikey.planner.plan.KeyRange.End;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition that compares an attribute of the item with values that do not depend on it, written
 * in either order: {@code a = 1}, {@code 1 < a}, {@code a IN [1, ?]}, {@code a BETWEEN 1 AND 9},
 * {@code begins_with(a, 'x')}. It holds only of items that have the attribute.
 *
 * @param attribute the attribute's name
 * @param conjunct the condition as it stands
 * @param points the values that the attribute may have; empty unless the condition lists them
 * @param lower the lower bound, null for none
 * @param upper the upper bound, null for none
 * @param prefix what the attribute begins with, null for anything
 */
public record AttributeCondition(
    String attribute,
    Expression conjunct,
    List<Expression> points,
    @Nullable End lower,
    @Nullable End upper,
    @Nullable Expression prefix) {
  public AttributeCondition {
    points = List.copyOf(points);
  }

  /** A condition as one on an attribute, if it is one. */
  public static Optional<AttributeCondition> of(Expression conjunct) {
    if (conjunct instanceof Comparison comparison) {
      return ofComparison(comparison);
    }
    if (conjunct instanceof InList in) {
      return operand(in.value(), in.candidates()).map(name -> points(name, in, in.candidates()));
    }
    if (conjunct instanceof Between between) {
      return operand(between.value(), List.of(between.lower(), between.upper()))
          .map(
              name ->
                  new AttributeCondition(
                      name,
                      between,
                      List.of(),
                      new End(between.lower(), true),
                      new End(between.upper(), true),
                      null));
    }
    if (conjunct instanceof FunctionCall call && call.function() == ScalarFunction.BEGINS_WITH) {
      Expression prefix = call.arguments().get(1);
      return operand(call.arguments().get(0), List.of(prefix))
          .map(name -> new AttributeCondition(name, call, List.of(), null, null, prefix));
    }
    return Optional.empty();
  }

  private static AttributeCondition points(
      String attribute, Expression conjunct, List<Expression> points) {
    return new AttributeCondition(attribute, conjunct, points, null, null, null);
  }

  /** A condition as an equality written with {@code =}, if it is one. */
  public static Optional<AttributeCondition> ofEquality(Expression conjunct) {
    return conjunct instanceof Comparison comparison
            && comparison.operator() == ComparisonOperator.EQUAL
        ? ofComparison(comparison)
        : Optional.empty();
  }

  private static Optional<AttributeCondition> ofComparison(Comparison comparison) {
    Expression left = comparison.left();
    Expression right = comparison.right();
    Optional<String> leftName = operand(left, List.of(right));
    if (leftName.isPresent()) {
      return ofComparison(comparison, leftName.get(), comparison.operator(), right);
    }
    return operand(right, List.of(left))
        .flatMap(name -> ofComparison(comparison, name, comparison.operator().flip(), left));
  }

  private static Optional<AttributeCondition> ofComparison(
      Comparison conjunct, String name, ComparisonOperator operator, Expression value) {
    return switch (operator) {
      case NOT_EQUAL -> Optional.empty();
      case EQUAL -> Optional.of(points(name, conjunct, List.of(value)));
      case LESS, LESS_OR_EQUAL ->
          Optional.of(
              new AttributeCondition(
                  name,
                  conjunct,
                  List.of(),
                  null,
                  new End(value, operator == ComparisonOperator.LESS_OR_EQUAL),
                  null));
      case GREATER, GREATER_OR_EQUAL ->
          Optional.of(
              new AttributeCondition(
                  name,
                  conjunct,
                  List.of(),
                  new End(value, operator == ComparisonOperator.GREATER_OR_EQUAL),
                  null,
                  null));
    };
  }

  private static Optional<String> operand(Expression operand, List<Expression> values) {
    return operand instanceof AttributeReference attribute
            && values.stream().allMatch(References::isFixed)
        ? Optional.of(attribute.name())
        : Optional.empty();
  }

  /** Whether the condition lists the values that the attribute may have. */
  public boolean isPoints() {
    return !points.isEmpty();
  }

  /** Whether the condition leaves the attribute one value. */
  public boolean isEquality() {
    return points.size() == 1 && !(points.get(0) instanceof Elements);
  }

  /** Every value that the attribute is compared with. */
  public List<Expression> values() {
    Stream<Expression> ends =
        Stream.of(Optional.ofNullable(lower), Optional.ofNullable(upper))
            .flatMap(Optional::stream)
            .map(End::value);
    return Stream.of(points.stream(), ends, Stream.ofNullable(prefix))
        .flatMap(each -> each)
        .toList();
  }
}
