package io.partikey.planner.search.advice;

import io.partikey.planner.search.key.AttributeOrder;
import io.partikey.planner.search.key.SourceConditions;
import java.util.List;

/**
 * A read of a finished plan that no key bounds and nothing allows.
 *
 * @param conditions the table or index and what the statement says of its items; columns are those
 *     of the rows that it is joined to
 * @param order the order that the statement asks of its items, empty for none
 */
public record UnkeyedRead(SourceConditions conditions, List<AttributeOrder> order) {
  public UnkeyedRead {
    order = List.copyOf(order);
  }
}
