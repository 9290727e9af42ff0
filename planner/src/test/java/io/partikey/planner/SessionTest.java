package io.partikey.planner;

import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements one after the other on a database in memory, and what they answer. */
class SessionTest {
  @ParameterizedTest
  @ValueSource(strings = {"sql", "corners", "definitions", "grids"})
  void answersSql(String name) throws IOException {
    try (TestSession session = TestSession.open(PlannerSettings.DEFAULT)) {
      GoldenCases.in(getClass(), "session/" + name + ".txt").check(session::answer);
    }
  }

  @Test
  void refusesConditionsAsTheServiceDoes() throws IOException {
    PlannerSettings service =
        new PlannerSettings(Dialect.DYNAMODB, ScanPolicy.ALLOW, true, false, 400);
    try (TestSession session = TestSession.open(service)) {
      GoldenCases.in(getClass(), "session/service-conditions.txt").check(session::answer);
    }
  }
}
