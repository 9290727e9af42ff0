/**
 * Small programs that show one thing each. Each prints what it finds to a writer that it is given,
 * so that the build runs them as a user would.
 */
@NullMarked
package io.partikey.examples;

import org.jspecify.annotations.NullMarked;
