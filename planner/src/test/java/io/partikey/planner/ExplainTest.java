package io.partikey.planner;

import io.partikey.planner.api.PlannerSettings;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What EXPLAIN and EXPLAIN ANALYZE say of every kind of statement; times are masked. */
class ExplainTest {
  @Test
  void explainsQueriesAndWrites() throws IOException {
    try (TestSession session = TestSession.open(PlannerSettings.DEFAULT)) {
      GoldenCases.in(getClass(), "session/explain.txt")
          .check(text -> session.answer(text).replaceAll("[0-9.]+ ms", "… ms"));
    }
  }
}
