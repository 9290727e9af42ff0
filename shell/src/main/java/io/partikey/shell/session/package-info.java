/**
 * A session on one database: its connection and settings, how statements are run and shown, how
 * errors are told, and how a script becomes statements and commands.
 *
 * <p>Used by the command line, the terminal and the commands. It reaches the database through
 * {@code java.sql} and the public types of the driver only. A session belongs to one thread; only
 * {@link Session#cancel} may come from another.
 */
@NullMarked
package io.partikey.shell.session;

import org.jspecify.annotations.NullMarked;
