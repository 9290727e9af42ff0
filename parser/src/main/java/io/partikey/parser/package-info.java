/**
 * Statement text to syntax tree.
 *
 * <p>{@link io.partikey.parser.StatementParser} is the way in; what cannot be read is a {@link
 * io.partikey.parser.ParsingException} with a position and what was expected. The planner and the
 * driver use this package; the generated parser stays behind it. Everything here is stateless and
 * may be used by many threads.
 */
@NullMarked
package io.partikey.parser;

import org.jspecify.annotations.NullMarked;
