/**
 * The command line {@code partikey}: its options, what they run, and the exit codes.
 *
 * <p>The packages below do the work: {@code session} (statements and their results), {@code format}
 * (rows as text), {@code command} (commands with a backslash), {@code transfer} (import and
 * export), {@code terminal} (line editing) and {@code demo}. Standard streams are reached through
 * {@link io.partikey.shell.Surroundings} only.
 */
@NullMarked
package io.partikey.shell;

import org.jspecify.annotations.NullMarked;
