/**
 * Checking of a database that is in use: whether indexes, counts and observed attributes say what
 * the items do. Reads everything, changes nothing.
 */
@NullMarked
package io.partikey.engine.store.check;

import org.jspecify.annotations.NullMarked;
