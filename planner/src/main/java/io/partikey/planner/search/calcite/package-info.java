/**
 * The search by Apache Calcite: relations become relational expressions over sources that know
 * their access paths, rules of our own choose paths, orders and limits in a convention of our own,
 * and the cheapest tree becomes plan nodes. Calcite is imported here and nowhere else; none of its
 * types leaves the package.
 *
 * <p>What Calcite must not do: look into expressions. They are carried as functions that it knows
 * nothing of, since its simplifications and its types are not those of dynamic values. One planner
 * and cluster serve one statement and one thread; what is shared is immutable.
 */
@NullMarked
package io.partikey.planner.search.calcite;

import org.jspecify.annotations.NullMarked;
