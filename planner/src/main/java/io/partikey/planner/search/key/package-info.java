/**
 * What the conditions of a statement say of keys: their normal form, the key conditions of a table
 * or index that follow from it, and the access paths with their costs, as values. Knows no Calcite
 * type, so that the direct search and the Calcite search choose among the same paths. Immutable and
 * thread-safe; used by the search packages alone.
 */
@NullMarked
package io.partikey.planner.search.key;

import org.jspecify.annotations.NullMarked;
