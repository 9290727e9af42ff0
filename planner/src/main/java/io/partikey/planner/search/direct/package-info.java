/**
 * The search that needs no search: statements that read nothing, one row, or one item by its full
 * key. It makes the plan that the Calcite search would make, without loading a class of Calcite,
 * which costs a cold JVM more than half a second. Stateless and thread-safe.
 */
@NullMarked
package io.partikey.planner.search.direct;

import org.jspecify.annotations.NullMarked;
