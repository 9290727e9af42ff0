/**
 * Between DynamoDB's values and those of Java and SQL: the SQL types that columns are described by,
 * the way from a stored value to every class that a getter may ask for, and the way from what a
 * setter was given to a value. Functions without state, used by the driver's result sets and
 * prepared statements only; what cannot be converted is an {@link
 * io.partikey.engine.error.EngineException}, which the driver translates.
 */
@NullMarked
package io.partikey.jdbc.type;

import org.jspecify.annotations.NullMarked;
