/**
 * The requests of DynamoDB's PartiQL calls, for what a statement by itself has no word for: limits
 * and tokens of pages, consistent reads, batches, transactions of one call, tokens that make a
 * transaction happen once. {@link io.partikey.planner.dynamodb.request.StatementRequests} answers
 * them, over the same planner and store as every other statement. Requests and answers are
 * immutable.
 */
@NullMarked
package io.partikey.planner.dynamodb.request;

import org.jspecify.annotations.NullMarked;
