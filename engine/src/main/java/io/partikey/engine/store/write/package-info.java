/**
 * Writes: what a request makes of an item, which rows, counts and observations change with it, and
 * how they are committed. Evaluation is pure; locks are striped, so that writers of different items
 * meet in RocksDB alone, which lets them share one flush to the disk.
 *
 * <p>Order of locks: definitions (shared), items by stripe, collections by stripe.
 */
@NullMarked
package io.partikey.engine.store.write;

import org.jspecify.annotations.NullMarked;
