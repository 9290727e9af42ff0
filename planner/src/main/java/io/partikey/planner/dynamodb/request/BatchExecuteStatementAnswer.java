package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;

/**
 * The answers to the statements of a batch.
 *
 * @param responses one for each statement, in order
 * @param consumed what they cost; nothing if all failed
 */
public record BatchExecuteStatementAnswer(List<Response> responses, ConsumedCapacity consumed) {
  public BatchExecuteStatementAnswer {
    responses = List.copyOf(responses);
  }

  /**
   * The answer to one statement.
   *
   * @param tableName its table; empty where it failed before that was looked at
   * @param item the item that was read or that RETURNING gives
   * @param error why it was not done
   */
  public record Response(
      Optional<String> tableName, Optional<Item> item, Optional<StatementError> error) {}

  /**
   * Why a statement was not done.
   *
   * @param code DynamoDB's short code, e.g. {@code ConditionalCheckFailed}
   * @param message the message
   */
  public record StatementError(String code, String message) {}
}
