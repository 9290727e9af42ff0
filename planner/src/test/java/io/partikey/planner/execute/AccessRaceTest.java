package io.partikey.planner.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.TestSession;
import io.partikey.planner.UnevenOrders;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.AccessReading;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.search.context.AccessSurvey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans between which reading decides: and how little is read for that. */
final class AccessRaceTest {
  /** The most that one turn consumes: eight items of less than a kilobyte. */
  private static final double A_TURN = 1.5;

  private final TestSession session = UnevenOrders.open();

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
        .contains("filter=[customer = 'Alice'] (2 rows, 0.5 RU)");
  }

  @Test
  void aUnionIsReadWhereItsBranchesReadLess() {
    assertThat(plan("state = 'CLOSED' AND (customer = 'C17' OR customer = 'C19')"))
        .contains("IndexQuery Orders.ByCustomer key=[customer IN ('C17', 'C19')]");
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

  @Test
  void theOthersAreReadNoFurtherThanTheCheapest() {
    List<AccessReading> readings = race(AccessSurvey.MOST_UNITS);
    AccessReading alices = readings.get(0);
    AccessReading closed = readings.get(1);
    assertThat(alices.complete()).isTrue();
    assertThat(alices.rows()).isEqualTo(300);
    assertThat(closed.complete()).isFalse();
    assertThat(closed.readUnits()).isBetween(alices.readUnits(), alices.readUnits() + A_TURN);
  }

  @Test
  void aRaceEndsWhereMoreIsNotWorthKnowing() {
    assertThat(race(2))
        .allSatisfy(
            reading -> {
              assertThat(reading.complete()).isFalse();
              assertThat(reading.readUnits()).isBetween(2.0, 2 + A_TURN);
            });
  }

  private List<AccessReading> race(double mostUnits) {
    AccessRace race = AccessRace.beforeValues(session.backend(), Dialect.SQL, Cancellation.NEVER);
    return race
        .read(List.of(query("ByCustomer", "Alice"), query("ByState", "CLOSED")), mostUnits)
        .stream()
        .map(Optional::orElseThrow)
        .toList();
  }

  private Access query(String index, String partition) {
    TableDescription table = session.backend().catalog().table("Orders").orElseThrow();
    return new Query(
        table,
        table.index(index).orElseThrow(),
        List.of(List.of(new Literal(new StringValue(partition)))),
        SortBounds.ALL,
        true,
        false,
        false,
        null,
        new RowLayout(List.of(), false),
        null,
        PlanCost.ZERO);
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
