package io.partikey.planner.execute;

/**
 * An outer row and what a lookup finds for it.
 *
 * @param inner the rows found; closed by whoever takes the match
 */
record LookupMatch(PlanRow outer, Cursor<PlanRow> inner) {}
