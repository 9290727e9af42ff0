package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate of a group.
 *
 * @param function what is computed
 * @param argument what is aggregated, null for {@code COUNT(*)}
 * @param distinct whether equal values count once
 * @param filter rows for which this is not true do not count, null for none
 */
public record AggregateCall(
    AggregateFunction function,
    @Nullable Expression argument,
    boolean distinct,
    @Nullable Expression filter) {
  /** The functions over the rows of a group. NULL and MISSING arguments do not count. */
  public enum AggregateFunction {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
  }
}
