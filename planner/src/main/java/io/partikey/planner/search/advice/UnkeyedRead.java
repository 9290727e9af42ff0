package io.partikey.planner.search.advice;

import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.Access;
import io.partikey.planner.search.key.SourceConditions;

/**
 * A read of a finished plan that no key bounds and nothing allows.
 *
 * @param conditions the table or index and what the statement says of its items; columns are those
 *     of the rows that it is joined to
 * @param node how the plan reads it
 * @param lookedUp whether it is read for each row of other tables, each time anew
 */
public record UnkeyedRead(SourceConditions conditions, Access node, boolean lookedUp) {
  TableSource source() {
    return conditions.source();
  }
}
