package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one statement.
 *
 * @param items the items of a SELECT, or of RETURNING; none for another write
 * @param nextToken for the next page; empty when nothing follows, whatever the page holds
 * @param consumed what it cost
 */
public record ExecuteStatementAnswer(
    List<Item> items, Optional<String> nextToken, ConsumedCapacity consumed) {
  public ExecuteStatementAnswer {
    items = List.copyOf(items);
  }
}
