/**
 * The splitting of partitions that hold or consume too much.
 *
 * <p>A split changes no row: it draws a border in the catalog and divides the counts. To know what
 * lies on which side, it takes a snapshot while nobody writes, lets commits tally what they change
 * from then on, and counts the rows of the snapshot in the background. The border and the counters
 * on both sides are then committed in one batch, again while nobody writes. Both pauses are short,
 * and nobody waits for one that cannot begin at once: a split that finds the database busy is put
 * off. A process that ends before the commit has split nothing.
 *
 * <p>Borders lie between hashes, and an item collection has one hash, so none ever lies on both
 * sides of one. Runs on one thread in the background.
 */
@NullMarked
package io.partikey.engine.store.split;

import org.jspecify.annotations.NullMarked;
