package io.partikey.planner.search;

import io.partikey.engine.error.EngineException;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and the plans that the search finds for them, as files of cases. */
final class PlannedStatementsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys",
        "indexes",
        "branches",
        "orders",
        "joins",
        "subqueries",
        "sets",
        "writes",
        "refusals"
      })
  void plansSql(String name) throws IOException {
    check(name, Dialect.SQL, ScanPolicy.REJECT);
  }

  @Test
  void plansTheServiceDialect() throws IOException {
    check("service", Dialect.DYNAMODB, ScanPolicy.REJECT);
  }

  @Test
  void plansBoundedScans() throws IOException {
    check("bounded", Dialect.SQL, ScanPolicy.BOUNDED);
  }

  @Test
  void plansAllowedScans() throws IOException {
    check("allowed", Dialect.SQL, ScanPolicy.ALLOW);
  }

  private static void check(String name, Dialect dialect, ScanPolicy scan) throws IOException {
    PlannedStatement planner = new PlannedStatement(dialect, scan);
    GoldenCases.in(PlannedStatementsTest.class, name + ".txt").check(text -> answer(planner, text));
  }

  private static String answer(PlannedStatement planner, String text) {
    try {
      return String.join("\n", planner.explain(text));
    } catch (EngineException refused) {
      return refused.position().map(Object::toString).orElse("nowhere")
          + " "
          + refused.code()
          + "\n"
          + refused.getMessage();
    }
  }
}
