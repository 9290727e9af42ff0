/**
 * Errors in DynamoDB's words: the place that it names, and what it says of texts that are no
 * statements.
 */
@NullMarked
package io.partikey.planner.dynamodb.mistake;

import org.jspecify.annotations.NullMarked;
