package io.partikey.planner.execute;

import static io.partikey.planner.execute.GatheringLimits.ofMemory;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.map;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.execute.TestData.Missing;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanCost;
import io.partikey.testing.SeededTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregateCursorTest {
  private static final List<AggregateCall> ALL_CALLS =
      List.of(
          call(AggregateFunction.COUNT, null),
          call(AggregateFunction.COUNT, column(0)),
          call(AggregateFunction.SUM, column(0)),
          call(AggregateFunction.AVG, column(0)),
          call(AggregateFunction.MIN, column(0)),
          call(AggregateFunction.MAX, column(0)));

  @Test
  void aggregatesAllRowsToOne() {
    List<PlanRow> rows =
        List.of(row(2), row(0.1), row((Object) null), row(Missing.MISSING), row(0.2));
    assertThat(aggregate(List.of(), ALL_CALLS, rows))
        .containsExactly(
            row(5, 3, 2.3, new BigDecimal("0.76666666666666666666666666666666666667"), 0.1, 2));
  }

  @Test
  void givesOneRowForNoRowsWithoutKeysAndNoneWithKeys() {
    assertThat(aggregate(List.of(), ALL_CALLS, List.of()))
        .containsExactly(row(0, 0, null, null, null, null));
    assertThat(aggregate(List.of(column(0)), ALL_CALLS, List.of())).isEmpty();
  }

  @Test
  void groupsNullAndMissingAsNullAndNumbersByValue() {
    List<PlanRow> rows =
        List.of(
            row(1, "a"),
            row(Missing.MISSING, "b"),
            row(1.0, "c"),
            row(null, "d"),
            row(Missing.MISSING, "e"),
            row("1", "f"));
    AggregateCall count = call(AggregateFunction.COUNT, null);
    AggregateCall max = call(AggregateFunction.MAX, column(1));
    assertThat(aggregate(List.of(column(0)), List.of(count, max), rows))
        .containsExactly(row(1, 2, "c"), row(null, 3, "e"), row("1", 1, "f"));
  }

  @Test
  void countsEqualValuesOnceAndOnlyRowsOfTheFilter() {
    List<PlanRow> rows = List.of(row(1), row(2), row(2.0), row(3), row(3));
    AggregateCall distinct = new AggregateCall(AggregateFunction.SUM, column(0), true, null);
    AggregateCall filtered =
        new AggregateCall(AggregateFunction.COUNT, null, false, greater(column(0), literal(1)));
    AggregateCall both =
        new AggregateCall(AggregateFunction.COUNT, column(0), true, greater(column(0), literal(1)));
    assertThat(aggregate(List.of(), List.of(distinct, filtered, both), rows))
        .containsExactly(row(6, 4, 2));
  }

  @Test
  void findsTheExtremesOfAllTypes() {
    List<PlanRow> rows = List.of(row("b"), row(7), row(map("k", 1)), row(false), row("a"));
    assertThat(
            aggregate(
                List.of(),
                List.of(
                    call(AggregateFunction.MIN, column(0)), call(AggregateFunction.MAX, column(0))),
                rows))
        .containsExactly(row(false, map("k", 1)));
  }

  @Test
  void refusesTheSumOfWhatIsNoNumber() {
    assertThatThrownBy(
            () ->
                aggregate(
                    List.of(),
                    List.of(call(AggregateFunction.SUM, column(0))),
                    List.of(row(1), row("x"))))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_TYPE))
        .hasMessageContaining("SUM takes numbers, but found 'x'.");
  }

  @SeededTest
  void agreesWithASimpleLoop(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<PlanRow> rows = new ArrayList<>();
      Map<Integer, BigDecimal> sums = new LinkedHashMap<>();
      Map<Integer, Integer> counts = new LinkedHashMap<>();
      for (int i = 0; i < 200; i++) {
        int key = random.nextInt(7);
        BigDecimal value = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
        rows.add(row(key, new NumberValue(value)));
        sums.merge(key, value, BigDecimal::add);
        counts.merge(key, 1, Integer::sum);
      }
      List<PlanRow> expected = new ArrayList<>();
      sums.forEach((key, sum) -> expected.add(row(key, new NumberValue(sum), counts.get(key))));
      assertThat(
              aggregate(
                  List.of(column(0)),
                  List.of(
                      call(AggregateFunction.SUM, column(1)),
                      call(AggregateFunction.COUNT, column(1))),
                  rows))
          .as("round %d", round)
          .isEqualTo(expected);
    }
  }

  private static AggregateCall call(AggregateFunction function, @Nullable Expression argument) {
    return new AggregateCall(function, argument, false, null);
  }

  private static List<PlanRow> aggregate(
      List<Expression> keys, List<AggregateCall> calls, List<PlanRow> rows) {
    Aggregate node = new Aggregate(new NoRows(1, PlanCost.ZERO), keys, calls, PlanCost.ZERO);
    PausingCursor input = new PausingCursor(rows);
    List<PlanRow> result =
        PausingCursor.drain(
            new AggregateCursor(input, node, Parameters.NONE, ofMemory(Long.MAX_VALUE)));
    assertThat(input.isClosed()).isTrue();
    return result;
  }
}
