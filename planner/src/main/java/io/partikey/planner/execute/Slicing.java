package io.partikey.planner.execute;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * LIMIT and OFFSET of a node for one run.
 *
 * @param offset how many to leave out at the beginning
 * @param limit most to give after that
 */
public record Slicing(long offset, long limit) {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /**
   * Evaluates LIMIT and OFFSET; null, NULL and MISSING are no limit and no offset.
   *
   * @throws EngineException with {@code INVALID_ARGUMENT} if one is no whole number from 0
   */
  static Slicing of(
      @Nullable Expression limit, @Nullable Expression offset, Parameters parameters) {
    return new Slicing(
        count("OFFSET", offset, parameters, 0), count("LIMIT", limit, parameters, Demand.ALL_ROWS));
  }

  private static long count(
      String clause, @Nullable Expression expression, Parameters parameters, long none) {
    @Nullable AttributeValue value =
        expression == null ? null : expression.evaluate(Environment.of(parameters));
    if (value == null || value == NullValue.NULL) {
      return none;
    }
    if (!(value instanceof NumberValue number)
        || number.value().signum() < 0
        || number.value().scale() > 0) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          clause + " takes a whole number from 0, not " + LiteralText.of(value) + ".");
    }
    return number.value().min(MOST).longValue();
  }

  /** The demand on the input of a node that is asked for this many. */
  Demand demand(Demand demand) {
    long wanted = Math.min(limit, demand.rows());
    boolean all = wanted >= Demand.ALL_ROWS - offset;
    return all ? demand : new Demand(wanted + offset, demand.fetchSize());
  }

  /** The input cut to size; the input itself when nothing is cut. Closes it. */
  public <T> Cursor<T> apply(Cursor<T> input) {
    return offset == 0 && limit == Demand.ALL_ROWS
        ? input
        : new LimitCursor<>(input, offset, limit);
  }
}
