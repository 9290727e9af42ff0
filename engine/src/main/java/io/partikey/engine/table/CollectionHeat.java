package io.partikey.engine.table;

/**
 * How much an item collection is used.
 *
 * @param partitionKey its partition key as text, several attributes separated by commas
 * @param readUnits read units consumed in the last minute, at least
 * @param writeUnits write units consumed in the last minute, at least
 */
public record CollectionHeat(String partitionKey, double readUnits, double writeUnits) {}
