/** What tests of several modules share. */
@NullMarked
package io.partikey.testing;

import org.jspecify.annotations.NullMarked;
