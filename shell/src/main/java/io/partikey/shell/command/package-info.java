/**
 * The commands that begin with a backslash, and the interpreter that runs statements and commands
 * alike.
 *
 * <p>Each command is a class of its own, listed in {@link io.partikey.shell.command.Commands};
 * help, completion and the search for the nearest name follow from that list. For one thread.
 */
@NullMarked
package io.partikey.shell.command;

import org.jspecify.annotations.NullMarked;
