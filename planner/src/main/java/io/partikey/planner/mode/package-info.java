/** What the two dialects do differently where the same code serves both. */
@NullMarked
package io.partikey.planner.mode;

import org.jspecify.annotations.NullMarked;
