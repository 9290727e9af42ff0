/** Statements over more rows than memory holds, each test in a Java process with a small heap. */
@NullMarked
package io.partikey.jdbc.memory;

import org.jspecify.annotations.NullMarked;
