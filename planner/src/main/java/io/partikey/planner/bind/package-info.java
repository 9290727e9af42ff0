/**
 * From syntax tree to bound statement: names are resolved against a catalog, expressions are
 * lowered to the engine's, parameters are counted and typed, and what no plan executes is refused
 * with its place in the text.
 *
 * <p>{@link io.partikey.planner.bind.StatementBinder} is the way in. While a query is bound its
 * columns are symbols, numbers that stay the same wherever they are used; at the end the tree is
 * placed, which turns symbols to positions. One binding is used by one thread; what comes out is
 * immutable.
 */
@NullMarked
package io.partikey.planner.bind;

import org.jspecify.annotations.NullMarked;
