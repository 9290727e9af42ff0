/**
 * Items as bytes: compact and tagged, so that one attribute can be read without decoding the
 * others. The layout is part of the file format and is pinned by tests on golden bytes. Stateless
 * or immutable, used by the store alone.
 *
 * <pre>
 * item:       [format 1][size by DynamoDB's arithmetic, varint] attribute*
 * attribute:  [name length, varint][name] value
 * value:      [tag 1][length, varint] followed by so many bytes:
 *   S         UTF-8
 *   N         [scale, signed varint][unscaled value, two's complement, big-endian, minimal]
 *   B         the bytes
 *   TRUE, FALSE, NULL   nothing
 *   L         value*
 *   M         attribute*
 *   SS NS BS  ([length, varint][element as in S, N, B])*
 * </pre>
 */
@NullMarked
package io.partikey.engine.store.row;

import org.jspecify.annotations.NullMarked;
