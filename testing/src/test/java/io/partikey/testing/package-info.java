@NullMarked
package io.partikey.testing;

import org.jspecify.annotations.NullMarked;
