/**
 * The planner's arithmetic: read units as DynamoDB charges them, shares of rows that conditions
 * keep, and the costs of plan nodes made of these. Every constant is named, has a unit and a
 * source. Pure functions; used by the search packages alone.
 */
@NullMarked
package io.partikey.planner.search.cost;

import org.jspecify.annotations.NullMarked;
