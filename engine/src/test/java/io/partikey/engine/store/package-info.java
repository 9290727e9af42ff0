/** Tests of the embedded store as a whole. */
@NullMarked
package io.partikey.engine.store;

import org.jspecify.annotations.NullMarked;
