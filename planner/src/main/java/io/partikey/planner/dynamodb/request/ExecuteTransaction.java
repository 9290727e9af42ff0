package io.partikey.planner.dynamodb.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to 100 statements, each on one item and no two on the same, all reads or all writes; done all
 * or nothing.
 *
 * @param statements the statements; among writes EXISTS too
 * @param clientRequestToken makes the request happen once however often it is sent within ten
 *     minutes; null without
 */
public record ExecuteTransaction(
    List<RequestedStatement> statements, @Nullable String clientRequestToken) {
  public ExecuteTransaction {
    statements = List.copyOf(statements);
  }

  /** A transaction of statements, without a token. */
  public static ExecuteTransaction of(RequestedStatement... statements) {
    return new ExecuteTransaction(List.of(statements), null);
  }

  /** This transaction with a token. */
  public ExecuteTransaction withToken(String token) {
    return new ExecuteTransaction(statements, token);
  }
}
