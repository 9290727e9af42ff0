/**
 * What statements of DynamoDB's dialect may be made of, and what DynamoDB says where they are not:
 * rules of form, which no table is asked for, in the order in which DynamoDB looks.
 */
@NullMarked
package io.partikey.planner.dynamodb.rules;

import org.jspecify.annotations.NullMarked;
