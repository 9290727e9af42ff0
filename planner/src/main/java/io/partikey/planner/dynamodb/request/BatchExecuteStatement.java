package io.partikey.planner.dynamodb.request;

import java.util.List;

/**
 * Up to 25 statements, each on one item, all reads or all writes. Each is done or not by itself.
 *
 * @param statements the statements
 */
public record BatchExecuteStatement(List<RequestedStatement> statements) {
  public BatchExecuteStatement {
    statements = List.copyOf(statements);
  }

  /** A batch of statements. */
  public static BatchExecuteStatement of(RequestedStatement... statements) {
    return new BatchExecuteStatement(List.of(statements));
  }
}
