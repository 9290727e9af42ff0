/**
 * What is known of a table: its key, its indexes and their projections, the attributes declared for
 * it and those observed in it, its counts, and the rules for the values of its keys. Immutable
 * values; any module may use them.
 */
@NullMarked
package io.partikey.engine.table;

import org.jspecify.annotations.NullMarked;
