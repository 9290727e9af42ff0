package io.partikey.jdbc.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is expected of the steps whose recorded answer is not the service's. Without an expectation
 * a step must have some orderly answer.
 */
final class Judgements {
  private final Map<String, JsonNode> byStep;
  private final Set<String> used = new HashSet<>();

  private Judgements(Map<String, JsonNode> byStep) {
    this.byStep = byStep;
  }

  /** The judgements of a resource, by step. */
  static Judgements read(JsonNode file) {
    Map<String, JsonNode> byStep = new LinkedHashMap<>();
    file.properties()
        .forEach(
            step -> {
              if (!step.getValue().hasNonNull("reason")) {
                throw new IllegalStateException("no reason for " + step.getKey());
              }
              byStep.put(step.getKey(), step.getValue());
            });
    return new Judgements(byStep);
  }

  /** The judgement of a step. */
  Optional<JsonNode> of(String id) {
    used.add(id);
    return Optional.ofNullable(byStep.get(id));
  }

  /** Fails if there is a judgement of a step that does not exist. */
  void requireAllUsed() {
    for (String id : byStep.keySet()) {
      if (!used.contains(id)) {
        throw new IllegalStateException("there is no step " + id);
      }
    }
  }
}
