/**
 * The building of indexes on live data. Writers keep a building index for every item that they
 * touch; the builder goes over the items in the order of their keys and adds the entries that are
 * not there, holding the items of one small batch at a time. How far it came is written in the same
 * batch, so a restart goes on from there.
 */
@NullMarked
package io.partikey.engine.store.index;

import org.jspecify.annotations.NullMarked;
