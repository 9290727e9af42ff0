/**
 * What a refused statement is told: which read is unkeyed and what it would cost, the key condition
 * or index that would serve it, and how to force it. Pure functions over the same access paths that
 * the search weighed; used by the search packages alone.
 */
@NullMarked
package io.partikey.planner.search.advice;

import org.jspecify.annotations.NullMarked;
