/**
 * Partitions: how the hash space of a table or index is divided, and what each part holds and
 * consumes. The division is part of the catalog; counts are exact, kept in counters that change in
 * the batch that changes the rows, and held in memory for reading. Safe for many threads.
 */
@NullMarked
package io.partikey.engine.store.partition;

import org.jspecify.annotations.NullMarked;
