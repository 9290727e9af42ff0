package io.partikey.planner.plan;

/**
 * What a read through an access gave and consumed, as far as it was read.
 *
 * @param rows rows that came out
 * @param rowsRead items or entries that were read for them
 * @param readUnits read units, eventually consistent
 * @param complete whether nothing was left to read
 */
public record AccessReading(double rows, double rowsRead, double readUnits, boolean complete) {}
