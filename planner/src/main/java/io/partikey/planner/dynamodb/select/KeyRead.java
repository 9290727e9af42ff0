package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.item.AttributeValue;

/**
 * One read of an item collection.
 *
 * @param partition the value of the partition key
 * @param sort what bounds the sort key
 * @param point whether it is about one sort key at most
 */
public record KeyRead(AttributeValue partition, SortCondition sort, boolean point) {}
