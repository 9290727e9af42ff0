package io.partikey.planner.execute;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.MemorySize;
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

  /**
   * What a row gives to a call: the value of its argument, of {@code COUNT(*)} any one value; null
   * where the row does not count.
   */
  static @Nullable AttributeValue valueOf(AggregateCall call, Environment row) {
    @Nullable Expression filter = call.filter();
    if (filter != null && !filter.isTrue(row)) {
      return null;
    }
    @Nullable Expression argument = call.argument();
    if (argument == null) {
      return BooleanValue.TRUE;
    }
    @Nullable AttributeValue value = argument.evaluate(row);
    return value == NullValue.NULL ? null : value;
  }

  /**
   * Takes a value in; what counts once is remembered.
   *
   * @return about how many bytes of memory this takes more than before
   */
  long add(AttributeValue value) {
    if (!call.distinct()) {
      return take(value);
    }
    return seen.add(value) ? take(value) + MemorySize.ENTRY + MemorySize.of(value) : 0;
  }

  /** Takes a value of a call with DISTINCT in that comes once: it is not remembered. */
  void addOnce(AttributeValue value) {
    if (!seen.contains(value)) {
      take(value);
    }
  }

  private long take(AttributeValue value) {
    count++;
    switch (call.function()) {
      case COUNT -> {}
      case SUM, AVG -> sum = sum.add(number(value));
      case MIN -> {
        return keepBetter(value, -1);
      }
      case MAX -> {
        return keepBetter(value, 1);
      }
    }
    return 0;
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

  private long keepBetter(AttributeValue value, int sign) {
    @Nullable AttributeValue best = extreme;
    if (best != null && Integer.signum(ValueOrder.INSTANCE.compare(value, best)) != sign) {
      return 0;
    }
    extreme = value;
    return MemorySize.of(value) - (best == null ? 0 : MemorySize.of(best));
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
