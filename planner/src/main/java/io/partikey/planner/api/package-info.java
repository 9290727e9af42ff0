/**
 * What the driver sees of the planner: the way from a statement's text to its rows, the settings of
 * a connection, and what comes back. Everything here is immutable or says otherwise, and knows
 * nothing of how statements are planned.
 */
@NullMarked
package io.partikey.planner.api;

import org.jspecify.annotations.NullMarked;
