/**
 * Syntax tree to text.
 *
 * <p>{@link io.partikey.parser.format.PartiqlFormatter} writes any node as canonical text, which
 * parses to the same tree. It serves tests, messages and {@code SHOW CREATE TABLE}; it is stateless
 * and safe for many threads.
 */
@NullMarked
package io.partikey.parser.format;

import org.jspecify.annotations.NullMarked;
