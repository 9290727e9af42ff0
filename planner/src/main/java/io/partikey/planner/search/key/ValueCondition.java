package io.partikey.planner.search.key;

import io.partikey.engine.backend.Interval;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.bound.References;
import io.partikey.planner.plan.SortBounds.End;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition that compares an operand with values that do not depend on it, written in either
 * order: {@code a = 1}, {@code 1 < a}, {@code a IN [1, ?]}, {@code a BETWEEN 1 AND 9}, {@code
 * begins_with(a, 'x')}. It holds only where the operand is there.
 *
 * @param operand what is compared
 * @param conjunct the condition as it stands
 * @param points the values that the operand may have; empty unless the condition lists them
 * @param lower the lower bound, null for none
 * @param upper the upper bound, null for none
 * @param prefix what the operand begins with, null for anything
 */
public record ValueCondition(
    Expression operand,
    Expression conjunct,
    List<Expression> points,
    @Nullable End lower,
    @Nullable End upper,
    @Nullable Expression prefix) {
  public ValueCondition {
    points = List.copyOf(points);
  }

  /** What may be an operand, and what a value. */
  private record Sides(Predicate<Expression> operand, Predicate<Expression> value) {
    boolean are(Expression compared, List<Expression> values) {
      return operand.test(compared) && values.stream().allMatch(value);
    }
  }

  /** A condition as one that compares an attribute of the item with what is fixed, if it is one. */
  public static Optional<ValueCondition> of(Expression conjunct) {
    return of(conjunct, AttributeReference.class::isInstance, References::isFixed);
  }

  /**
   * A condition as one that compares an operand with values, if it is one.
   *
   * @param operand what may be the operand
   * @param value what may be a value
   */
  public static Optional<ValueCondition> of(
      Expression conjunct, Predicate<Expression> operand, Predicate<Expression> value) {
    Sides sides = new Sides(operand, value);
    if (conjunct instanceof Comparison comparison) {
      return ofComparison(comparison, sides);
    }
    if (conjunct instanceof InList in) {
      return sides.are(in.value(), in.candidates())
          ? Optional.of(points(in.value(), in, in.candidates()))
          : Optional.empty();
    }
    if (conjunct instanceof Between between) {
      return sides.are(between.value(), List.of(between.lower(), between.upper()))
          ? Optional.of(
              range(
                  between.value(),
                  between,
                  new End(between.lower(), true),
                  new End(between.upper(), true)))
          : Optional.empty();
    }
    if (conjunct instanceof FunctionCall call && call.function() == ScalarFunction.BEGINS_WITH) {
      Expression begun = call.arguments().get(0);
      Expression prefix = call.arguments().get(1);
      return sides.are(begun, List.of(prefix))
          ? Optional.of(new ValueCondition(begun, call, List.of(), null, null, prefix))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** A condition as an equality of an attribute written with {@code =}, if it is one. */
  public static Optional<ValueCondition> ofEquality(Expression conjunct) {
    return conjunct instanceof Comparison comparison
            && comparison.operator() == ComparisonOperator.EQUAL
        ? of(conjunct)
        : Optional.empty();
  }

  private static Optional<ValueCondition> ofComparison(Comparison comparison, Sides sides) {
    Expression left = comparison.left();
    Expression right = comparison.right();
    if (sides.are(left, List.of(right))) {
      return ofComparison(comparison, left, comparison.operator(), right);
    }
    return sides.are(right, List.of(left))
        ? ofComparison(comparison, right, comparison.operator().flip(), left)
        : Optional.empty();
  }

  private static Optional<ValueCondition> ofComparison(
      Comparison conjunct, Expression operand, ComparisonOperator operator, Expression value) {
    return switch (operator) {
      case NOT_EQUAL -> Optional.empty();
      case EQUAL -> Optional.of(points(operand, conjunct, List.of(value)));
      case LESS -> Optional.of(range(operand, conjunct, null, new End(value, false)));
      case LESS_OR_EQUAL -> Optional.of(range(operand, conjunct, null, new End(value, true)));
      case GREATER -> Optional.of(range(operand, conjunct, new End(value, false), null));
      case GREATER_OR_EQUAL -> Optional.of(range(operand, conjunct, new End(value, true), null));
    };
  }

  private static ValueCondition points(
      Expression operand, Expression conjunct, List<Expression> points) {
    return new ValueCondition(operand, conjunct, points, null, null, null);
  }

  private static ValueCondition range(
      Expression operand, Expression conjunct, @Nullable End lower, @Nullable End upper) {
    return new ValueCondition(operand, conjunct, List.of(), lower, upper, null);
  }

  /** The attribute that is compared; what is no attribute is none that a key has. */
  public String attribute() {
    return operand instanceof AttributeReference attribute ? attribute.name() : "";
  }

  /** Whether the condition lists the values that the operand may have. */
  public boolean isPoints() {
    return !points.isEmpty();
  }

  /** Whether the condition leaves the operand one value. */
  public boolean isEquality() {
    return points.size() == 1 && !(points.get(0) instanceof Elements);
  }

  /** Every value that the operand is compared with. */
  public List<Expression> values() {
    Stream<Expression> ends =
        Stream.of(Optional.ofNullable(lower), Optional.ofNullable(upper))
            .flatMap(Optional::stream)
            .map(End::value);
    return Stream.of(points.stream(), ends, Stream.ofNullable(prefix))
        .flatMap(each -> each)
        .toList();
  }

  /**
   * What the operand may be where the condition does not list several values.
   *
   * @param value the value of an expression, if it has one
   */
  public Interval interval(Function<Expression, Optional<AttributeValue>> value) {
    if (isPoints()) {
      return Interval.of(ComparisonOperator.EQUAL, value.apply(points.get(0)).orElse(null));
    }
    return prefix == null
        ? new Interval(bound(lower, value), bound(upper, value))
        : Interval.beginningWith(value.apply(prefix).orElse(null));
  }

  private static @Nullable Bound bound(
      @Nullable End end, Function<Expression, Optional<AttributeValue>> value) {
    return end == null
        ? null
        : value.apply(end.value()).map(found -> new Bound(found, end.inclusive())).orElse(null);
  }
}
