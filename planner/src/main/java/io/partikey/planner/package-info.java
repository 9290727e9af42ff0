/**
 * From statement text to rows: the facade that the driver calls, what it prepares and what comes
 * back. The way of a statement leads through the subpackages: bind (names and types), search (the
 * cheapest keyed plan, by Calcite or directly), plan (the finished plan), execute (cursors).
 * Everything public here is immutable or says otherwise.
 */
@NullMarked
package io.partikey.planner;

import org.jspecify.annotations.NullMarked;
