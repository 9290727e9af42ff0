package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.TestSession;
import io.partikey.planner.UnevenOrders;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parameters whose item collections are far from the mean, after the first of them was met. */
final class PlanByValuesTest {
  private final TestSession session = UnevenOrders.open();

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aQueryThatReadMuchIsPlannedByItsValuesFromThenOn() {
    CompiledStatement query =
        session.compile("SELECT id FROM Orders WHERE state = ? AND customer = ?");
    assertThat(units(query, "CLOSED", "C17")).isEqualTo(0.5);
    assertThat(units(query, "OPEN", "Alice")).as("all of Alice's orders").isGreaterThan(4);
    assertThat(units(query, "OPEN", "Alice")).as("the open orders").isEqualTo(0.5);
    assertThat(units(query, "CLOSED", "C17")).as("the one order").isEqualTo(0.5);
    double alices = units(query, "CLOSED", "Alice");
    assertThat(alices).as("Alice's orders, fewer than the closed ones").isBetween(4.0, 25.0);
  }

  @Test
  void rowsThatNobodyReadsToTheEndCountToo() {
    CompiledStatement query =
        session.compile("SELECT id FROM Orders WHERE state = ? AND customer = ?");
    try (RowCursor rows = rows(query, "OPEN", "Alice")) {
      assertThat(rows.next()).isPresent();
      assertThat(rows.consumed().readUnits()).isGreaterThan(4);
    }
    assertThat(units(query, "OPEN", "Alice")).isEqualTo(0.5);
  }

  @Test
  void aQueryWithoutAChoiceKeepsItsPlan() {
    CompiledStatement query = session.compile("SELECT id FROM Orders WHERE customer = ?");
    double first = units(query, "Alice");
    assertThat(first).isGreaterThan(4);
    assertThat(units(query, "Alice")).isEqualTo(first);
  }

  private double units(CompiledStatement query, String... values) {
    try (RowCursor rows = rows(query, values)) {
      while (rows.next().isPresent()) {
        assertThat(rows.itemsRead()).isPositive();
      }
      return rows.consumed().readUnits();
    }
  }

  private RowCursor rows(CompiledStatement query, String... values) {
    StringValue[] parameters =
        Arrays.stream(values).map(StringValue::new).toArray(StringValue[]::new);
    StatementResult result =
        query.execute(ExecutionRequest.of(session.backend(), Parameters.of(parameters)));
    return ((StatementResult.Rows) result).rows();
  }
}
