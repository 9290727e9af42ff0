package io.partikey.planner.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.planner.PlannerSettings;
import io.partikey.planner.TestSession;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Plans between which reading decides: orders of few states and many customers, unevenly spread.
 */
final class AccessRaceTest {
  private static final int ORDERS = 400;

  private final TestSession session = TestSession.open(PlannerSettings.DEFAULT);

  @BeforeEach
  void orders() {
    session.answer(
        """
        CREATE TABLE Orders (id STRING, state STRING, customer STRING, PRIMARY KEY (id),
          GLOBAL INDEX ByState (state), GLOBAL INDEX ByCustomer (customer))
        """);
    session.answer(
        "INSERT INTO Orders VALUES "
            + IntStream.range(0, ORDERS)
                .mapToObj(AccessRaceTest::order)
                .collect(Collectors.joining(", ")));
  }

  /** Three orders are open, the rest closed; a quarter is Alice's, every other customer has one. */
  private static String order(int number) {
    return "{'id': 'o%d', 'state': '%s', 'customer': '%s', 'text': '%s'}"
        .formatted(
            number,
            number < 3 ? "OPEN" : "CLOSED",
            number % 4 == 0 ? "Alice" : "C" + number,
            "x".repeat(1000));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void theIndexWhoseCollectionIsSmallIsRead() {
    assertThat(plan("state = 'OPEN' AND customer = 'Alice'")).contains("IndexQuery Orders.ByState");
    assertThat(plan("state = 'CLOSED' AND customer = 'C17'"))
        .contains("IndexQuery Orders.ByCustomer");
    assertThat(plan("state = 'CLOSED' AND customer = 'Alice'"))
        .contains("IndexQuery Orders.ByCustomer");
  }

  @Test
  void theEstimateIsWhatTheCollectionHolds() {
    assertThat(plan("state = 'OPEN' AND customer = 'Alice'"))
        .contains("filter=[customer = 'Alice'] (1 row, 0.5 RU)");
  }

  @Test
  void aUnionIsReadWhereItsBranchesReadLess() {
    assertThat(plan("state = 'CLOSED' AND (customer = 'C17' OR customer = 'C18')"))
        .contains("IndexQuery Orders.ByCustomer key=[customer IN ('C17', 'C18')]");
    assertThat(plan("customer = 'Alice' AND (state = 'OPEN' OR id = 'o8')"))
        .contains("KeyedUnion")
        .contains("IndexQuery Orders.ByState key=[state = 'OPEN']")
        .contains("KeyGet Orders key=[id = 'o8']");
  }

  @Test
  void parametersAreChosenForByMeanCollections() {
    String byMean = plan("state = ? AND customer = ?");
    assertThat(byMean).contains("IndexQuery Orders.ByCustomer");
    String statement = "SELECT id FROM Orders WHERE state = ? AND customer = ?";
    assertThat(session.answer(statement, new StringValue("OPEN"), new StringValue("Alice")))
        .contains("'o0'");
  }

  @Test
  void choosingIsNoLoadOfThePartitions() {
    double before = readUnits();
    plan("state = 'CLOSED' AND customer = 'Alice'");
    assertThat(readUnits()).isEqualTo(before);
    session.answer("SELECT * FROM Orders WHERE state = 'OPEN' AND customer = 'Alice'");
    assertThat(readUnits()).isEqualTo(before + 0.5);
  }

  private double readUnits() {
    return session.backend().partitions("Orders").stream()
        .mapToDouble(PartitionDescription::readUnits)
        .sum();
  }

  private String plan(String condition) {
    return session.answer("EXPLAIN SELECT * FROM Orders WHERE " + condition).replace("''", "'");
  }
}
