/**
 * RocksDB, and all that is native: the library, the directory, the options, the handles and their
 * lifetime, the translation of errors. No other package of the store creates a native handle, save
 * write batches, which the code that fills them closes.
 *
 * <p>A {@link io.partikey.engine.store.rocks.RowStore} may be used by any number of threads. It
 * counts who is inside it, so that closing it under a reader cannot crash the process: the close
 * waits for calls and cursors, and what comes later is told that the database is closed.
 */
@NullMarked
package io.partikey.engine.store.rocks;

import org.jspecify.annotations.NullMarked;
