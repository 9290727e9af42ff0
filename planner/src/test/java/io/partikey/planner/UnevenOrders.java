package io.partikey.planner;

import io.partikey.planner.api.PlannerSettings;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders of few states and many customers, unevenly spread: three are open, the others closed; half
 * of all are Alice's, every other customer has one.
 */
public final class UnevenOrders {
  private static final int ORDERS = 600;

  private UnevenOrders() {}

  /** A session on a database with these orders. */
  public static TestSession open() {
    TestSession session = TestSession.open(PlannerSettings.DEFAULT);
    session.answer(
        """
        CREATE TABLE Orders (id STRING, state STRING, customer STRING, PRIMARY KEY (id),
          GLOBAL INDEX ByState (state), GLOBAL INDEX ByCustomer (customer))
        """);
    session.answer(
        "INSERT INTO Orders VALUES "
            + IntStream.range(0, ORDERS)
                .mapToObj(UnevenOrders::order)
                .collect(Collectors.joining(", ")));
    return session;
  }

  private static String order(int number) {
    return "{'id': 'o%d', 'state': '%s', 'customer': '%s', 'text': '%s'}"
        .formatted(
            number,
            number < 3 ? "OPEN" : "CLOSED",
            number % 2 == 0 ? "Alice" : "C" + number,
            "x".repeat(500));
  }
}
