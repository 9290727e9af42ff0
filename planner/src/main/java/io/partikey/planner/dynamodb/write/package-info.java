/**
 * What DynamoDB asks of the key that a write names, and statements that change or check one item.
 */
@NullMarked
package io.partikey.planner.dynamodb.write;

import org.jspecify.annotations.NullMarked;
