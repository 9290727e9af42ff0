/**
 * Reads: gets, queries and scans over the rows of one moment, page by page, with filters evaluated
 * on stored bytes and the units that they consume. A session belongs to one thread at a time and
 * holds no lock.
 */
@NullMarked
package io.partikey.engine.store.read;

import org.jspecify.annotations.NullMarked;
