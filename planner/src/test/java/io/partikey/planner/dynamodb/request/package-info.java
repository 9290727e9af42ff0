/** What DynamoDB is known to answer, fact by fact. */
@NullMarked
package io.partikey.planner.dynamodb.request;

import org.jspecify.annotations.NullMarked;
