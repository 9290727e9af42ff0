/**
 * Proof that transactions are serializable: workloads of many threads whose histories are recorded,
 * and the check of such histories, which is itself tested on bad ones.
 */
@NullMarked
package io.partikey.engine.store.history;

import org.jspecify.annotations.NullMarked;
