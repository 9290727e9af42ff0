/**
 * The one expression model: a sealed tree of attributes, values, operators and functions, and its
 * evaluation. Conditions of writes, filters of reads and projections all use it; there is no second
 * implementation of any operator. {@link io.partikey.engine.expression.ItemUpdate} applies the
 * actions of an UPDATE, {@link io.partikey.engine.expression.FunctionCatalog} and {@link
 * io.partikey.engine.expression.ValueType} find functions and types by name, and {@link
 * io.partikey.engine.expression.ExpressionText} writes expressions for people.
 *
 * <p>Binders make expressions, backends evaluate or render them. Expressions are immutable and safe
 * to share between threads.
 */
@NullMarked
package io.partikey.engine.expression;

import org.jspecify.annotations.NullMarked;
