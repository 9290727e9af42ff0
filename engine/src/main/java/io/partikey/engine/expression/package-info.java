/**
 * The one expression model: a sealed tree of attributes, values, operators and functions, and its
 * evaluation. Conditions of writes, filters of reads and projections all use it; there is no second
 * implementation of any operator. Expressions are immutable and safe to share between threads.
 */
@NullMarked
package io.partikey.engine.expression;

import org.jspecify.annotations.NullMarked;
