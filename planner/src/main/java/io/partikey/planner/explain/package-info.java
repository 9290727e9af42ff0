/**
 * What EXPLAIN shows: a finished plan as lines of text, with its keys and its cost. Called by the
 * facade and by execution, which adds what the nodes did. Nothing here reads items. Stateless;
 * thread-safe.
 */
@NullMarked
package io.partikey.planner.explain;

import org.jspecify.annotations.NullMarked;
