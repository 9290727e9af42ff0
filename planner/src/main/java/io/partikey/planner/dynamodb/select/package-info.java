/**
 * What DynamoDB makes of a SELECT: one read for each partition value and sort condition, the order
 * that they are made in, what it refuses of them, and the reads themselves, whole or page by page.
 */
@NullMarked
package io.partikey.planner.dynamodb.select;

import org.jspecify.annotations.NullMarked;
