/**
 * Every error that the engine or the planner raises: one unchecked exception that carries a code,
 * and where known the place in the statement. The driver translates them to java.sql exceptions in
 * one place.
 */
@NullMarked
package io.partikey.engine.error;

import org.jspecify.annotations.NullMarked;
