/**
 * Time to live: the removal of items whose time of expiry has passed, some time after it, as the
 * service does. Expired items are read until then. Runs on one thread in the background.
 */
@NullMarked
package io.partikey.engine.store.expiry;

import org.jspecify.annotations.NullMarked;
