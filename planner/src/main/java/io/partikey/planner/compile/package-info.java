/**
 * Makes statements of texts. The way leads through the packages beside this one: bind (names and
 * types), search (the cheapest keyed plan, by Calcite or directly), plan (the finished plan),
 * execute (cursors). What is made is kept, and asked before each run whether it may still run.
 */
@NullMarked
package io.partikey.planner.compile;

import org.jspecify.annotations.NullMarked;
