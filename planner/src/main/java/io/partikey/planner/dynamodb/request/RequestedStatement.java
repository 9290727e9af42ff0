package io.partikey.planner.dynamodb.request;

import io.partikey.engine.item.AttributeValue;
import java.util.List;

/**
 * A statement among others of one request.
 *
 * @param statement its text
 * @param parameters the values of its parameters, by position
 * @param consistentRead whether a SELECT of a batch must see every write acknowledged before it; in
 *     a transaction every read does
 * @param returnFailedItem whether the reason of a transaction's cancellation has the item that
 *     failed the condition; a batch does not answer with it
 */
public record RequestedStatement(
    String statement,
    List<AttributeValue> parameters,
    boolean consistentRead,
    boolean returnFailedItem) {
  public RequestedStatement {
    parameters = List.copyOf(parameters);
  }

  /** A statement with nothing else asked for. */
  public static RequestedStatement of(String statement, AttributeValue... parameters) {
    return new RequestedStatement(statement, List.of(parameters), false, false);
  }

  /** This statement, the reason against it to have the item that failed the condition. */
  public RequestedStatement returningFailedItem() {
    return new RequestedStatement(statement, parameters, consistentRead, true);
  }
}
