package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a transaction that was done.
 *
 * @param responses what each read found, in order; none for writes
 * @param consumed what it cost
 */
public record ExecuteTransactionAnswer(List<Optional<Item>> responses, ConsumedCapacity consumed) {
  public ExecuteTransactionAnswer {
    responses = List.copyOf(responses);
  }
}
