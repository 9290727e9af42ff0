/**
 * The grammar, and what follows from its vocabulary alone.
 *
 * <p>{@code PartiqlBaseLexer} and {@code PartiqlBaseParser} are generated and for the parser module
 * only. Everybody may use the rest, none of which shows a type of ANTLR: the keywords, the split of
 * a script into statements, the kinds of tokens for highlighting. All of it is stateless and safe
 * for many threads.
 */
@NullMarked
package io.partikey.grammar;

import org.jspecify.annotations.NullMarked;
