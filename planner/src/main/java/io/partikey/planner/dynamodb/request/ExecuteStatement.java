package io.partikey.planner.dynamodb.request;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement.
 *
 * @param statement its text
 * @param parameters the values of its parameters, by position
 * @param consistentRead whether a SELECT must see every write acknowledged before it
 * @param limit most items to read, filtered ones included; null for as many as a page holds
 * @param nextToken of the answer whose page this one follows, null for the first page
 * @param returnFailedItem whether the error of a condition that does not hold has the item
 */
public record ExecuteStatement(
    String statement,
    List<AttributeValue> parameters,
    boolean consistentRead,
    @Nullable Integer limit,
    @Nullable String nextToken,
    boolean returnFailedItem) {
  public ExecuteStatement {
    parameters = List.copyOf(parameters);
  }

  /** A statement with nothing else asked for. */
  public static ExecuteStatement of(String statement, AttributeValue... parameters) {
    return new ExecuteStatement(statement, List.of(parameters), false, null, null, false);
  }

  /** This request as a consistent read. */
  public ExecuteStatement consistently() {
    return new ExecuteStatement(statement, parameters, true, limit, nextToken, returnFailedItem);
  }

  /** This request with a limit. */
  public ExecuteStatement withLimit(int newLimit) {
    return new ExecuteStatement(
        statement, parameters, consistentRead, newLimit, nextToken, returnFailedItem);
  }

  /** This request for the page after an answer with this token. */
  public ExecuteStatement after(String token) {
    return new ExecuteStatement(
        statement, parameters, consistentRead, limit, token, returnFailedItem);
  }

  /** This request, its error to have the item that failed the condition. */
  public ExecuteStatement returningFailedItem() {
    return new ExecuteStatement(statement, parameters, consistentRead, limit, nextToken, true);
  }
}
