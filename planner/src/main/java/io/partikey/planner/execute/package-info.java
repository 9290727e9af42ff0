/**
 * Runs finished plans: one cursor for each node of a query's plan, and the writes. A cursor owns
 * and closes its input; one thread uses it at a time.
 */
@NullMarked
package io.partikey.planner.execute;

import org.jspecify.annotations.NullMarked;
