/**
 * A finished plan: which items are read by which keys, and what is done with them. Trees of
 * immutable nodes; what EXPLAIN prints and what cursors are made from. No Calcite type appears
 * here.
 */
@NullMarked
package io.partikey.planner.plan;

import org.jspecify.annotations.NullMarked;
