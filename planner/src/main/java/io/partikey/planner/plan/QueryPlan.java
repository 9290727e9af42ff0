package io.partikey.planner.plan;

import org.jspecify.annotations.Nullable;

/**
 * The finished plan of a query.
 *
 * @param root the node whose rows are the query's
 * @param search which search found it, for EXPLAIN: {@code direct} or {@code calcite}
 * @param refusalUnlessCapped the advice to refuse it with when it is run without a cap on its rows;
 *     null when it may run either way. Only with {@link io.partikey.planner.api.ScanPolicy#BOUNDED}
 */
public record QueryPlan(PlanNode root, String search, @Nullable String refusalUnlessCapped) {}
