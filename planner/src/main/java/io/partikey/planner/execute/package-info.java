/**
 * Runs finished plans: cursors for the nodes of a query's plan, and the writes. The facade opens a
 * query with PlanExecution, runs a write with WriteExecution, and explains what happened with
 * PlanAnalysis; everything else is hidden.
 *
 * <p>A cursor finds, pauses or is exhausted, and owns and closes its input. All cursors of a
 * statement read one snapshot through its ExecutionContext, which counts what they consume. One
 * thread uses a statement's cursors at a time; plans are shared.
 */
@NullMarked
package io.partikey.planner.execute;

import org.jspecify.annotations.NullMarked;
