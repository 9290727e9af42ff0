package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;

/**
 * One key of an order.
 *
 * @param expression what is compared
 * @param descending whether the greatest come first
 * @param missingFirst whether NULL and MISSING come before all values
 */
public record SortKey(Expression expression, boolean descending, boolean missingFirst) {}
