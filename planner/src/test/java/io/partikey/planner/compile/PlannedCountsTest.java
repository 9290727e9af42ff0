package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.StringValue;
import io.partikey.planner.TestSession;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.PlannerSettings;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that was kept is made anew when the table has come to have many more items, or fewer. */
final class PlannedCountsTest {
  private static final String BY_BOTH = "SELECT id FROM Orders WHERE state = ? AND customer = ?";

  private final TestSession session = TestSession.open(PlannerSettings.DEFAULT);

  @BeforeEach
  void table() {
    session.answer(
        """
        CREATE TABLE Orders (id STRING, state STRING, customer STRING, PRIMARY KEY (id),
          GLOBAL INDEX ByCustomer (customer), GLOBAL INDEX ByState (state))
        """);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void theIndexThatIsTheCheapestNowIsRead() {
    insert(0, 10);
    CompiledStatement plan = session.compile(BY_BOTH);
    insert(10, 1_000);
    assertThat(session.compile(BY_BOTH)).as("few more items do not matter").isSameAs(plan);
    insert(1_000, 2_000);
    assertThat(session.compile(BY_BOTH)).as("many more do").isNotSameAs(plan);
    assertThat(session.answer(BY_BOTH, new StringValue("OPEN"), new StringValue("c1999")))
        .isEqualTo("id\n'o1999'");
  }

  @Test
  void aPlanThatReadsByFullKeyIsKept() {
    String byKey = "SELECT id FROM Orders WHERE id = ?";
    CompiledStatement plan = session.compile(byKey);
    insert(0, 2_000);
    assertThat(session.compile(byKey)).isSameAs(plan);
  }

  private void insert(int from, int to) {
    session.answer(
        "INSERT INTO Orders VALUES "
            + IntStream.range(from, to)
                .mapToObj("{'id': 'o%1$d', 'state': 'OPEN', 'customer': 'c%1$d'}"::formatted)
                .collect(Collectors.joining(", ")));
  }
}
