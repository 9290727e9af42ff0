package io.partikey.planner.dynamodb.request;

import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DynamoDB is known to answer, in files by subject. */
class DynamoDbFactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "grammar",
        "malformed",
        "first-mistake",
        "numbers",
        "literals",
        "conditions",
        "keyed-reads",
        "order",
        "pages",
        "writes",
        "returning",
        "indexes",
        "batches",
        "transactions",
        "capacity",
        "limits"
      })
  void answersAsTheService(String subject) throws IOException {
    try (FactSession session = FactSession.open()) {
      GoldenCases.in(getClass(), subject + ".txt").check(session::answer);
    }
  }
}
