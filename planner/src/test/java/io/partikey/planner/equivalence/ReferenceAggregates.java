package io.partikey.planner.equivalence;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.AggregateCallSyntax;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Aggregates over the frames of a group. */
final class ReferenceAggregates {
  private ReferenceAggregates() {}

  static AttributeValue of(
      AggregateCallSyntax call, Frame group, ReferenceExpressions expressions) {
    List<Frame> rows =
        Objects.requireNonNull(group.group()).stream()
            .filter(row -> call.filter() == null || expressions.isTrue(call.filter(), row))
            .toList();
    if (call.argument() == null) {
      return NumberValue.of(rows.size());
    }
    List<AttributeValue> values =
        rows.stream()
            .map(row -> expressions.value(call.argument(), row))
            .flatMap(Optional::stream)
            .filter(value -> value != NullValue.NULL)
            .toList();
    return of(call.function(), call.distinct() ? values.stream().distinct().toList() : values);
  }

  private static AttributeValue of(
      AggregateCallSyntax.Function function, List<AttributeValue> values) {
    if (function == AggregateCallSyntax.Function.COUNT) {
      return NumberValue.of(values.size());
    }
    if (values.isEmpty()) {
      return NullValue.NULL;
    }
    return switch (function) {
      case MIN -> values.stream().min(ReferenceOrder.INSTANCE).orElseThrow();
      case MAX -> values.stream().max(ReferenceOrder.INSTANCE).orElseThrow();
      case SUM -> new NumberValue(sum(values));
      case AVG ->
          new NumberValue(
              sum(values)
                  .divide(
                      BigDecimal.valueOf(values.size()),
                      new MathContext(38, RoundingMode.HALF_UP)));
      case COUNT -> throw new IllegalStateException("counted before");
    };
  }

  private static BigDecimal sum(List<AttributeValue> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (AttributeValue value : values) {
      if (!(value instanceof NumberValue number)) {
        throw new EngineException(ErrorCode.WRONG_TYPE, "no number: " + value);
      }
      sum = sum.add(number.value());
    }
    return sum;
  }
}
