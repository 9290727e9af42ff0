/**
 * The prompt: line editing over several lines, history, highlighting, completion and interruption,
 * on JLine.
 *
 * <p>Used by the command line and the demonstration. One thread reads and runs; signals arrive on
 * another and only cancel.
 */
@NullMarked
package io.partikey.shell.terminal;

import org.jspecify.annotations.NullMarked;
