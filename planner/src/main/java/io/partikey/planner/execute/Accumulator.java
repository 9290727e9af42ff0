package io.partikey.planner.execute;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.AggregateCall;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of one group. NULL and MISSING do not count; of nothing COUNT is 0 and everything
 * else NULL. Sums are exact; a mean is rounded half up to as many digits as a number has. MIN and
 * MAX take values of all types in their total order.
 */
final class Accumulator {
  private static final MathContext PRECISION =
      new MathContext(NumberValue.MAX_DIGITS, RoundingMode.HALF_UP);

  private final AggregateCall call;
  private final Set<AttributeValue> seen = new HashSet<>();
  private long count;
  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable AttributeValue extreme;

  Accumulator(AggregateCall call) {
    this.call = call;
  }

  /** Takes a row in. */
  void add(Environment row) {
    @Nullable Expression filter = call.filter();
    if (filter != null && !filter.isTrue(row)) {
      return;
    }
    @Nullable Expression argument = call.argument();
    if (argument == null) {
      count++;
      return;
    }
    @Nullable AttributeValue value = argument.evaluate(row);
    if (value == null || value == NullValue.NULL || (call.distinct() && !seen.add(value))) {
      return;
    }
    count++;
    switch (call.function()) {
      case COUNT -> {}
      case SUM, AVG -> sum = sum.add(number(value));
      case MIN -> extreme = better(value, -1);
      case MAX -> extreme = better(value, 1);
    }
  }

  private BigDecimal number(AttributeValue value) {
    if (value instanceof NumberValue number) {
      return number.value();
    }
    throw new EngineException(
        ErrorCode.WRONG_TYPE,
        call.function()
            + " takes numbers, but found "
            + LiteralText.of(value)
            + ". Leave such rows out, for example FILTER (WHERE attribute_type(path, 'N')).");
  }

  private AttributeValue better(AttributeValue value, int sign) {
    @Nullable AttributeValue best = extreme;
    boolean replaces =
        best == null || Integer.signum(ValueOrder.INSTANCE.compare(value, best)) == sign;
    return best == null || replaces ? value : best;
  }

  /**
   * The value of the aggregate for the rows taken in.
   *
   * @throws EngineException with {@code NUMBER_OUT_OF_RANGE} if a sum is no number any more
   */
  AttributeValue result() {
    return switch (call.function()) {
      case COUNT -> NumberValue.of(count);
      case SUM -> count == 0 ? NullValue.NULL : new NumberValue(sum);
      case AVG ->
          count == 0
              ? NullValue.NULL
              : new NumberValue(sum.divide(BigDecimal.valueOf(count), PRECISION));
      case MIN, MAX -> extreme == null ? NullValue.NULL : extreme;
    };
  }
}
