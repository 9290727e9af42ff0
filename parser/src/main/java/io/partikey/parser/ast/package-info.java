/**
 * The syntax tree: immutable records under sealed interfaces, one per construct of the language.
 *
 * <p>The tree says what was written, not what it means: names are not resolved, types are not
 * known, and whatever a dialect may want to refuse is still visible (aliases, quotes, brackets,
 * word order, the grouping of clauses, the text of numbers, positions). Everybody who reads
 * statements may use it; trees are made by {@link io.partikey.parser.StatementParser} and by tests.
 * All types are safe to share between threads.
 */
@NullMarked
package io.partikey.parser.ast;

import org.jspecify.annotations.NullMarked;
