/**
 * What tables and indexes there are: immutable snapshots of their definitions with the layout of
 * their keys, and the records in which they are kept.
 *
 * <pre>
 * 01                              [format 1][version 8][next object id 4], see DatabaseFormat
 * 02 [table name]                 a table with its indexes, see TableRecord
 * 03 [table id 4][name][type]     an attribute that was observed: its place in the order, varint;
 *                                 the empty name if there were more names than are kept
 * 04 [index id 4]                 the key of the table's row up to which an index is built
 * 05 [table or index id 4]         empty: it was dropped, and its space is to be given back
 * </pre>
 *
 * <p>Snapshots may be shared between threads.
 */
@NullMarked
package io.partikey.engine.store.catalog;

import org.jspecify.annotations.NullMarked;
