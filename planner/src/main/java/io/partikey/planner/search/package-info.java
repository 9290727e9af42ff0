/**
 * The search for the cheapest keyed plan: what the conditions of a query say of keys, the access
 * paths that follow, the direct search for full keys, the Calcite search for everything else, and
 * the refusal with its advice where only a scan is left. Thread-safe.
 */
@NullMarked
package io.partikey.planner.search;

import org.jspecify.annotations.NullMarked;
