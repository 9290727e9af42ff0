package io.partikey.jdbc.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partikey.planner.dynamodb.mistake.ParameterCount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step and what is expected of it.
 *
 * @param request the step as it was recorded
 * @param expected the answer, null where any orderly answer will do
 * @param tableAfter the tables that it changes, null for a step that changes none
 */
record RecordedStep(JsonNode request, @Nullable JsonNode expected, @Nullable JsonNode tableAfter) {
  /** A step with the better of the recorded answer and what is known of the service. */
  static RecordedStep of(JsonNode step, Judgements judgements) {
    JsonNode recorded = step.get("expect");
    Optional<JsonNode> judgement = judgements.of(step.get("id").asText());
    if (judgement.isPresent()) {
      @Nullable JsonNode expected = judgement.get().get("expect");
      @Nullable JsonNode after =
          expected != null && expected.has("tableAfter")
              ? expected.get("tableAfter")
              : judgement.get().has("refused")
                  ? JsonNodeFactory.instance.objectNode()
                  : recorded.get("tableAfter");
      return new RecordedStep(step, expected, after);
    }
    if (!step.has("service")) {
      boolean unknown = "answer".equals(step.path("suspectOf").asText());
      if (unknown) {
        throw new IllegalStateException("no judgement of " + step.get("id").asText());
      }
      return new RecordedStep(step, recorded, recorded.get("tableAfter"));
    }
    JsonNode service = step.get("service");
    boolean refused = service.has("error") && !recorded.has("error");
    return new RecordedStep(
        step,
        service,
        refused && recorded.has("tableAfter")
            ? JsonNodeFactory.instance.objectNode()
            : recorded.get("tableAfter"));
  }

  String id() {
    return request.get("id").asText();
  }

  boolean resets() {
    return request.path("reset").asBoolean();
  }

  /** Whether the step needs nothing but what JDBC has words for. */
  boolean isPlain() {
    return request.get("kind").asText().equals("execute")
        && !request.has("consistentRead")
        && !request.has("limit")
        && !request.has("allPages")
        && !request.has("returnValuesOnConditionCheckFailure")
        && ParameterCount.of(request.get("statement").asText()) == request.path("params").size();
  }
}
