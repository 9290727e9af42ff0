package io.partikey.planner.dynamodb.write;

import io.partikey.planner.bind.Bound;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.plan.WritePlan;

/**
 * An UPDATE or DELETE of DynamoDB's dialect after binding.
 *
 * @param write what it does
 * @param plan how: it names one item by its key
 */
public record BoundChange(Bound<BoundWrite> write, WritePlan plan) {}
