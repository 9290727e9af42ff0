/**
 * Transactions of several statements: optimistic and serializable.
 *
 * <p>A transaction reads one snapshot with its own writes laid over it, and remembers what it read:
 * single rows, present or not, ranges, and which indexes it took for their tables because they had
 * an entry for every item. At commit it takes the latches of all of that, so that nobody can change
 * it any more, and compares what it read with what is there now, byte for byte. If nothing differs
 * it might as well have run at this very moment, and its writes are committed in one batch;
 * otherwise it loses. A transaction that wrote nothing has run at its snapshot and is never
 * refused.
 *
 * <p>Both what it read and what it writes are bounded in memory by {@link
 * io.partikey.engine.backend.MemoryLimit#WRITE_SET}: of a single row its key is remembered, of a
 * range that was read page by page its two ends. The snapshot is bounded by nothing: as long as a
 * transaction runs the database keeps what others have overwritten since.
 *
 * <p>A transaction belongs to one thread at a time and holds no lock but in its commit.
 */
@NullMarked
package io.partikey.engine.store.transaction;

import org.jspecify.annotations.NullMarked;
