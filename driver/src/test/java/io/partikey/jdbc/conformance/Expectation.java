package io.partikey.jdbc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.jdbc.conformance.Answer.Failure;
import io.partikey.jdbc.conformance.Answer.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares answers with what was recorded, as the README beside the records says. */
final class Expectation {
  private static final String POSITION = " at \\d+:\\d+:\\d+$";

  private Expectation() {}

  /** Checks that an answer is an orderly one: anything but a failure of the product. */
  private static void checkOrderly(Answer answer) {
    if (answer.error() != null) {
      assertThat(answer.error().code()).isNotIn("InternalServerError", "InternalFailure");
    }
  }

  /** Checks an answer; any orderly one will do where nothing is expected. */
  static void check(Answer answer, @Nullable JsonNode expected) {
    if (expected == null) {
      checkOrderly(answer);
      return;
    }
    if (expected.has("error")) {
      assertThat(answer.error()).as("error instead of %s", answer).isNotNull();
      check(Objects.requireNonNull(answer.error()), expected.get("error"));
      return;
    }
    assertThat(answer.error()).as("error").isNull();
    if (expected.has("items")) {
      checkItems(Objects.requireNonNull(answer.items()), expected);
    }
    if (expected.has("pageSizes")) {
      assertThat(answer.pageSizes().toString().replace(" ", ""))
          .as("sizes of pages")
          .isEqualTo(expected.get("pageSizes").toString());
    } else {
      assertThat(answer.more()).as("more").isEqualTo(expected.path("more").asBoolean());
    }
    if (expected.has("responses")) {
      checkResponses(Objects.requireNonNull(answer.responses()), expected.get("responses"));
    }
  }

  private static void checkItems(List<Item> items, JsonNode expected) {
    List<Item> wanted = RecordedCases.items(expected.get("items"));
    if (expected.path("ordered").asBoolean()) {
      assertThat(items).containsExactlyElementsOf(wanted);
    } else {
      assertThat(items).containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  private static void checkResponses(List<Response> responses, JsonNode expected) {
    assertThat(responses).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      Response response = responses.get(i);
      JsonNode wanted = expected.get(i);
      assertThat(response.item()).as("item of %s", i).isEqualTo(item(wanted));
      if (wanted.has("error")) {
        assertThat(response.error()).as("error of %s", i).isPresent();
        check(response.error().orElseThrow(), wanted.get("error"));
      } else {
        assertThat(response.error()).as("error of %s", i).isEmpty();
      }
      assertThat(response.tableName().orElse(""))
          .as("table of %s", i)
          .isEqualTo(wanted.path("tableName").asText(""));
    }
  }

  private static void check(Failure error, JsonNode expected) {
    assertThat(error.code()).as(error.message()).isEqualTo(expected.get("code").asText());
    if (expected.has("messagePrefix")) {
      assertThat(error.message()).startsWith(expected.get("messagePrefix").asText());
    } else {
      checkMessage(error.message(), expected.path("message").asText(""));
    }
    assertThat(error.item()).as("item").isEqualTo(item(expected));
    if (expected.has("cancellationReasons")) {
      checkReasons(error.reasons(), expected.get("cancellationReasons"));
    }
  }

  // The service gives a place with some messages where none was recorded.
  private static void checkMessage(String message, String expected) {
    boolean placed = expected.matches("(?s).*" + POSITION);
    assertThat(placed ? message : message.replaceFirst(POSITION, "")).isEqualTo(expected);
  }

  private static void checkReasons(@Nullable List<Failure> reasons, JsonNode expected) {
    assertThat(reasons).isNotNull().hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      check(Objects.requireNonNull(reasons).get(i), expected.get(i));
    }
  }

  private static Optional<Item> item(JsonNode of) {
    return of.has("item")
        ? Optional.of(DynamoJson.readItem(of.get("item").toString()))
        : Optional.empty();
  }
}
