/**
 * The keys under which items and index entries are stored: bytes whose unsigned order is the order
 * of the values. The layout is part of the file format and is pinned by tests on golden bytes.
 * Stateless or immutable, used by the store alone.
 *
 * <pre>
 * table:  [object id 4][hash 8][partition value][sort value]
 * index:  [object id 4][hash 8][partition values][sort values][table's partition value][table's sort value]
 * </pre>
 *
 * <p>All numbers are big-endian. The hash is that of the encoded partition values. Values are
 * self-delimiting, so no encoded value is the beginning of another one.
 */
@NullMarked
package io.partikey.engine.store.key;

import org.jspecify.annotations.NullMarked;
