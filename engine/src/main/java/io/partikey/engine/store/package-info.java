/**
 * The embedded store: the Backend contract on RocksDB, in a directory or in memory. Outsiders reach
 * it through {@link io.partikey.engine.store.EmbeddedBackendProvider}, which ServiceLoader finds;
 * nothing else here is for them.
 *
 * <p>An engine is one open database with everything that serves it: definitions, writers, latches,
 * background work. Engines are shared by all backends of the process that name the same path or
 * memory name. Engines and backends may be used by any number of threads.
 */
@NullMarked
package io.partikey.engine.store;

import org.jspecify.annotations.NullMarked;
