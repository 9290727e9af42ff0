package io.partikey.planner;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.compile.UncachedPlanner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that are told to stop, at each place where they ask, change nothing. */
@Timeout(120)
class CancelledStatementTest {
  private static final String JOINS =
      "SELECT * FROM "
          + IntStream.range(0, 8).mapToObj(i -> "Orders t" + i).collect(joining(", "))
          + " WHERE t0.customer = 'a' AND "
          + IntStream.range(1, 8)
              .mapToObj(i -> "t" + i + ".customer = t" + (i - 1) + ".friend")
              .collect(joining(" AND "));

  private final TestSession session = TestSession.open(PlannerSettings.DEFAULT);
  private final UncachedPlanner planner =
      new UncachedPlanner(session.backend(), PlannerSettings.DEFAULT);

  @BeforeEach
  void fill() {
    session.answer(
        "CREATE TABLE Orders (customer STRING, number NUMBER, PRIMARY KEY (customer, number))");
    String elements = IntStream.range(0, 2000).mapToObj(Integer::toString).collect(joining(","));
    session.answer(
        "INSERT INTO Orders VALUE {'customer': 'a', 'number': 1, 'list': [" + elements + "]}");
  }

  @AfterEach
  void close() {
    session.close();
  }

  /** A cancellation that raises when it is asked once too often. */
  private static final class After implements Cancellation {
    private final int most;
    private final AtomicInteger asked = new AtomicInteger();
    private final EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");

    After(int most) {
      this.most = most;
    }

    @Override
    public void check() {
      if (asked.incrementAndGet() > most) {
        throw told;
      }
    }
  }

  @Test
  void planningAsksInEachOfItsStages() {
    Set<String> stages = ConcurrentHashMap.newKeySet();
    StackWalker walker = StackWalker.getInstance();
    planner.compile(
        JOINS,
        () ->
            walker.forEach(
                frame -> {
                  if (frame.getClassName().startsWith("io.partikey")) {
                    stages.add(frame.getClassName().replaceAll(".*\\.|\\$.*", ""));
                  }
                }));
    assertThat(stages)
        .contains("StatementParser", "StatementBuilder", "JoinOrder", "CancellablePlanner");
  }

  @Test
  void planningRaisesAtEachPlaceWhatItIsTold() {
    After all = new After(Integer.MAX_VALUE);
    planner.compile(JOINS, all);
    int step = Math.max(1, all.asked.get() / 60);
    for (int asked = 0; asked < all.asked.get(); asked += step) {
      After cancellation = new After(asked);
      assertThatThrownBy(() -> planner.compile(JOINS, cancellation))
          .as("after %d", asked)
          .isSameAs(cancellation.told);
    }
    assertThat(session.answer(JOINS)).doesNotContain("Stop");
  }

  @Test
  void elementsOfElementsAreCountedUntilToldToStop() {
    CompiledStatement count =
        session.compile(
            "SELECT COUNT(*) FROM Orders o, o.list a, o.list b, o.list c"
                + " WHERE o.customer = 'a' AND o.number = 1");
    After cancellation = new After(50);
    assertThatThrownBy(
            () -> {
              StatementResult.Rows rows = (StatementResult.Rows) run(count, cancellation);
              rows.rows().next();
            })
        .isSameAs(cancellation.told);
  }

  @Test
  void aWriteThatIsStoppedWroteNothing() {
    CompiledStatement insert =
        session.compile(
            "INSERT INTO Orders (customer, number) VALUES "
                + IntStream.range(0, 300).mapToObj(i -> "('b', " + i + ")").collect(joining(", ")));
    int asked = 0;
    while (true) {
      After cancellation = new After(asked);
      try {
        run(insert, cancellation);
        break;
      } catch (EngineException stopped) {
        assertThat(stopped).as("after %d", asked).isSameAs(cancellation.told);
        assertThat(count()).as("after %d", asked).isEqualTo(1);
      }
      asked++;
    }
    assertThat(asked).isGreaterThan(300);
    assertThat(count()).isEqualTo(301);
  }

  private long count() {
    return session.backend().statistics("Orders").table().items();
  }

  private StatementResult run(CompiledStatement statement, Cancellation cancellation) {
    return statement.execute(
        new ExecutionRequest(
            session.backend(), session.backend(), Parameters.NONE, 0, 0, cancellation));
  }
}
