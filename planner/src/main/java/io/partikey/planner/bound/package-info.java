/**
 * A query after binding: relational algebra over named tables, every name resolved, every
 * expression over column positions. What the search for a plan begins with. Immutable values.
 */
@NullMarked
package io.partikey.planner.bound;

import org.jspecify.annotations.NullMarked;
