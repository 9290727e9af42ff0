/**
 * What a search knows beside the statement: settings, counts, what may be read to choose, and what
 * it is to leave out.
 */
@NullMarked
package io.partikey.planner.search.context;

import org.jspecify.annotations.NullMarked;
