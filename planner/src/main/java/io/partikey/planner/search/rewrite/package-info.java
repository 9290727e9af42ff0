/**
 * Equivalent forms of bound relations, made before any search: conditions moved to the tables that
 * they are about, derived tables taken into the query around them, relations known to be empty, and
 * the order of joins. Works on bound relations alone and knows no Calcite type. Pure functions,
 * thread-safe; used by the search packages alone.
 */
@NullMarked
package io.partikey.planner.search.rewrite;

import org.jspecify.annotations.NullMarked;
