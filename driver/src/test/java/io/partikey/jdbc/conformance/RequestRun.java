package io.partikey.jdbc.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.partikey.engine.backend.ConditionFailedException;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.jdbc.PartiKeyRequests;
import io.partikey.jdbc.conformance.Answer.Failure;
import io.partikey.jdbc.conformance.Answer.Response;
import io.partikey.planner.dynamodb.request.BatchExecuteStatement;
import io.partikey.planner.dynamodb.request.ExecuteStatement;
import io.partikey.planner.dynamodb.request.ExecuteStatementAnswer;
import io.partikey.planner.dynamodb.request.ExecuteTransaction;
import io.partikey.planner.dynamodb.request.RequestedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs steps as requests. */
final class RequestRun {
  private RequestRun() {}

  /** What a connection answers to the request of a step. */
  static Answer run(Connection connection, JsonNode step) {
    try {
      PartiKeyRequests requests = connection.unwrap(PartiKeyRequests.class);
      return switch (step.get("kind").asText()) {
        case "batch" -> batch(requests, step);
        case "transaction" -> transaction(requests, step);
        default -> statement(requests, step);
      };
    } catch (SQLException error) {
      return Answer.of(failure(error));
    } catch (EngineException invalidParameter) {
      return Answer.of(
          new Failure(invalidParameter.code().serviceCode(), invalidParameter.getMessage()));
    }
  }

  private static Answer statement(PartiKeyRequests requests, JsonNode step) throws SQLException {
    ExecuteStatement request =
        new ExecuteStatement(
            step.get("statement").asText(),
            parameters(step),
            step.path("consistentRead").asBoolean(),
            step.has("limit") ? Integer.valueOf(step.get("limit").asInt()) : null,
            null,
            returnsFailed(step));
    List<Item> items = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    @Nullable String token = null;
    do {
      ExecuteStatementAnswer answer =
          requests.execute(token == null ? request : request.after(token));
      items.addAll(answer.items());
      sizes.add(answer.items().size());
      token = answer.nextToken().orElse(null);
    } while (token != null && step.path("allPages").asBoolean());
    return new Answer(items, sizes, token != null, null, null);
  }

  private static Answer batch(PartiKeyRequests requests, JsonNode step) throws SQLException {
    return responses(
        requests.execute(new BatchExecuteStatement(statements(step))).responses().stream()
            .map(
                response ->
                    new Response(
                        response.tableName(),
                        response.item(),
                        response.error().map(e -> new Failure(e.code(), e.message()))))
            .toList());
  }

  private static Answer transaction(PartiKeyRequests requests, JsonNode step) throws SQLException {
    String token = step.path("clientRequestToken").asText("");
    return responses(
        requests
            .execute(new ExecuteTransaction(statements(step), token.isEmpty() ? null : token))
            .responses()
            .stream()
            .map(item -> new Response(Optional.empty(), item, Optional.empty()))
            .toList());
  }

  private static Answer responses(List<Response> responses) {
    return new Answer(null, List.of(), false, responses, null);
  }

  private static List<RequestedStatement> statements(JsonNode step) {
    List<RequestedStatement> statements = new ArrayList<>();
    step.get("statements")
        .forEach(
            each ->
                statements.add(
                    new RequestedStatement(
                        each.get("statement").asText(),
                        parameters(each),
                        each.path("consistentRead").asBoolean(),
                        returnsFailed(each))));
    return statements;
  }

  private static List<AttributeValue> parameters(JsonNode statement) {
    List<AttributeValue> parameters = new ArrayList<>();
    statement
        .path("params")
        .forEach(value -> parameters.add(AttributeValue.fromJson(value.toString())));
    return parameters;
  }

  private static boolean returnsFailed(JsonNode statement) {
    return statement.path("returnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
  }

  private static Failure failure(SQLException error) {
    Failure failure = JdbcRun.failure(error);
    Optional<Item> item =
        error.getCause() instanceof ConditionFailedException failed
            ? failed.item()
            : Optional.empty();
    @Nullable List<Failure> reasons =
        error.getCause() instanceof TransactionCanceledException canceled
            ? canceled.reasons().stream()
                .map(
                    reason ->
                        new Failure(
                            reason.code(), reason.message().orElse(""), reason.item(), null))
                .toList()
            : null;
    return new Failure(failure.code(), failure.message(), item, reasons);
  }
}
