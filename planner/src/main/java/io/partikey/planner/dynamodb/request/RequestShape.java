package io.partikey.planner.dynamodb.request;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What DynamoDB asks of a request before it looks at the statements. */
final class RequestShape {
  private static final int MOST_IN_BATCH = 25;
  private static final int MOST_IN_TRANSACTION = 100;
  private static final int LONGEST_TOKEN = 36;

  private RequestShape() {}

  static void check(ExecuteStatement request) {
    @Nullable Integer limit = request.limit();
    if (limit != null && limit < 1) {
      throw failed(limit.toString(), "limit", "Member must have value greater than or equal to 1");
    }
  }

  static void check(BatchExecuteStatement request) {
    checkCount(request.statements(), "statements", MOST_IN_BATCH);
  }

  static void check(ExecuteTransaction request) {
    checkCount(request.statements(), "transactStatements", MOST_IN_TRANSACTION);
    @Nullable String token = request.clientRequestToken();
    if (token != null && token.isEmpty()) {
      throw failed(
          token, "clientRequestToken", "Member must have length greater than or equal to 1");
    }
    if (token != null && token.length() > LONGEST_TOKEN) {
      throw failed(
          token,
          "clientRequestToken",
          "Member must have length less than or equal to " + LONGEST_TOKEN);
    }
  }

  /** Checks how many statements a transaction has that is given statement by statement. */
  static void checkTransactionCount(int count) {
    if (count > MOST_IN_TRANSACTION) {
      throw failed(
          Integer.toString(count),
          "transactStatements",
          "Member must have length less than or equal to " + MOST_IN_TRANSACTION);
    }
  }

  private static void checkCount(List<RequestedStatement> statements, String member, int most) {
    if (statements.isEmpty()) {
      throw failed("[]", member, "Member must have length greater than or equal to 1");
    }
    if (statements.size() > most) {
      throw failed(
          statements.toString(), member, "Member must have length less than or equal to " + most);
    }
  }

  private static EngineException failed(String value, String member, String constraint) {
    return new EngineException(
        ErrorCode.LIMIT_EXCEEDED,
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + member
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
