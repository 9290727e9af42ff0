/**
 * The demonstration: an airline's database made up from a seed, and a tour of it.
 *
 * <p>Used by {@code partikey demo}. The same number of items gives the same items on every machine.
 * For one thread.
 */
@NullMarked
package io.partikey.shell.demo;

import org.jspecify.annotations.NullMarked;
