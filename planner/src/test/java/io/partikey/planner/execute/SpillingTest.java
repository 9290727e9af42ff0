package io.partikey.planner.execute;

import static io.partikey.planner.execute.GatheringLimits.ofMemory;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.map;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.execute.TestData.Missing;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanCost;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What gathers rows gives the same answer whether they fit into memory or not. */
class SpillingTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 400 : 5;
  private static final List<Long> MEMORIES = List.of(1L, 3_000L, 30_000L);

  /** Most rows where each is a file by itself, but for more than are merged at once. */
  private static final int MOST_ALONE = RowSorter.FAN_IN + 8;

  private static final List<AggregateCall> CALLS =
      List.of(
          call(AggregateFunction.COUNT, null, false),
          call(AggregateFunction.COUNT, column(1), true),
          call(AggregateFunction.SUM, column(2), true),
          call(AggregateFunction.SUM, column(2), false),
          call(AggregateFunction.AVG, column(2), false),
          call(AggregateFunction.MIN, column(1), false),
          call(AggregateFunction.MAX, column(1), true),
          new AggregateCall(
              AggregateFunction.COUNT, column(1), true, greater(column(2), literal(3))),
          new AggregateCall(AggregateFunction.COUNT, null, false, greater(column(2), literal(3))));

  @SeededTest
  void groupsAlikeInMemoryAndInFiles(long seed) {
    long before = SortFiles.open();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<PlanRow> all = rows(random, random.nextInt(250));
      List<Expression> keys =
          List.<Expression>of(column(0), column(1)).subList(0, random.nextInt(3));
      for (long memory : MEMORIES) {
        List<PlanRow> rows = some(all, memory);
        List<PlanRow> expected = drain(aggregate(rows, keys, Long.MAX_VALUE));
        assertThat(drain(aggregate(rows, keys, memory)))
            .as("round %d, %d keys, memory %d", round, keys.size(), memory)
            .isEqualTo(expected);
      }
    }
    assertThat(SortFiles.open()).isEqualTo(before);
    assertThat(SortFiles.named()).isZero();
  }

  @SeededTest
  void leavesRepetitionsOutAlikeInMemoryAndInFiles(long seed) {
    long before = SortFiles.open();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<PlanRow> all =
          rows(random, random.nextInt(250)).stream().map(row -> row.first(2)).toList();
      for (long memory : MEMORIES) {
        List<PlanRow> rows = some(all, memory);
        List<PlanRow> expected = List.copyOf(new LinkedHashSet<>(rows));
        assertThat(drain(new DistinctCursor(new PausingCursor(rows), row -> row, ofMemory(memory))))
            .as("round %d, memory %d", round, memory)
            .isEqualTo(expected);
      }
    }
    assertThat(SortFiles.open()).isEqualTo(before);
    assertThat(SortFiles.named()).isZero();
  }

  private static List<PlanRow> some(List<PlanRow> rows, long memory) {
    return memory > 1 ? rows : rows.subList(0, Math.min(rows.size(), MOST_ALONE));
  }

  @Test
  void keepsTheFirstOfRowsWithOneIdentity() {
    List<PlanRow> rows = IntStream.range(0, 500).mapToObj(i -> row(i % 50, "v" + i)).toList();
    assertThat(
            drain(new DistinctCursor(new ListCursor<>(rows), row -> row.first(1), ofMemory(2_000))))
        .isEqualTo(rows.subList(0, 50));
  }

  @Test
  void givesDistinctRowsAtOnceWhileTheyFitIntoMemory() {
    PausingCursor input = new PausingCursor(List.of(row(1), row(1), row(2)));
    DistinctCursor distinct = new DistinctCursor(input, row -> row, ofMemory(Long.MAX_VALUE));
    distinct.next();
    assertThat(distinct.next()).isEqualTo(CursorStep.found(row(1)));
    assertThat(input.taken()).isEqualTo(1);
    distinct.close();
  }

  @Test
  void sortsFirstRowsThatAreTooLargeForMemory() {
    Random random = new Random(5);
    List<PlanRow> rows = rows(random, 400);
    RowOrder order = new RowOrder(List.of(new SortKey(column(2), true, false)), Parameters.NONE);
    List<PlanRow> expected = new ArrayList<>(rows);
    expected.sort(Comparator.comparing(order::keysOf, order));
    for (long memory : MEMORIES) {
      assertThat(drain(SortCursor.of(new PausingCursor(rows), order, 70, ofMemory(memory))))
          .isEqualTo(expected.subList(0, 70));
    }
  }

  @Test
  void mergesRunsOfManyLevels() {
    int count = RowSorter.FAN_IN * RowSorter.FAN_IN + 5 * RowSorter.FAN_IN + 3;
    Random random = new Random(11);
    List<PlanRow> rows =
        IntStream.range(0, count).mapToObj(i -> row(random.nextInt(100), i)).toList();
    RowIdentity order = RowIdentity.ofColumns(0);
    List<PlanRow> expected = new ArrayList<>(rows);
    expected.sort(Comparator.comparing(order::keysOf, order));
    long before = SortFiles.open();
    long mostFiles = 0;
    try (RowSorter sorter = new RowSorter(order, ofMemory(1))) {
      for (int i = 0; i < count; i++) {
        sorter.add(rows.get(i));
        if (i % 8 == 0) {
          mostFiles = Math.max(mostFiles, SortFiles.open() - before);
        }
      }
      assertThat(drain(sorter.sorted())).isEqualTo(expected);
    }
    assertThat(mostFiles).isBetween((long) RowSorter.FAN_IN, 3L * RowSorter.FAN_IN);
    assertThat(SortFiles.open()).isEqualTo(before);
    assertThat(SortFiles.named()).isZero();
  }

  @Test
  void removesFilesWhenLeftEarly() {
    List<PlanRow> rows = rows(new Random(3), 300);
    for (Function<Cursor<PlanRow>, Cursor<PlanRow>> made : gathering()) {
      long before = SortFiles.open();
      Cursor<PlanRow> cursor = made.apply(new ListCursor<>(rows));
      CursorStep<PlanRow> step = cursor.next();
      // A distinct cursor gives what fits into memory first.
      for (int i = 0; i < 5 || !(step instanceof CursorStep.Found); i++) {
        step = cursor.next();
      }
      assertThat(SortFiles.open()).as("%s", cursor).isGreaterThan(before);
      cursor.close();
      cursor.close();
      assertThat(SortFiles.open()).as("%s", cursor).isEqualTo(before);
      assertThat(cursor.next().isExhausted()).isTrue();
    }
  }

  @Test
  void removesFilesWhenTheInputFails() {
    List<PlanRow> rows = rows(new Random(4), 300);
    for (Function<Cursor<PlanRow>, Cursor<PlanRow>> made : gathering()) {
      long before = SortFiles.open();
      Cursor<PlanRow> failing =
          new ConcatenationCursor<>(
              List.of(
                  () -> new ListCursor<>(rows),
                  () -> {
                    assertThat(SortFiles.open()).isGreaterThan(before);
                    throw new EngineException(ErrorCode.CORRUPT, "damaged");
                  }));
      Cursor<PlanRow> cursor = made.apply(failing);
      assertThatThrownBy(() -> drain(cursor)).hasMessage("damaged");
      assertThat(SortFiles.open()).as("%s", cursor).isEqualTo(before);
    }
  }

  @Test
  void mergesFewerRunsAtOnceTheLargerTheirRowsAre() {
    // Each row is a run of its own, and memory has room for three.
    List<PlanRow> rows =
        IntStream.range(0, 60).mapToObj(i -> row(i * 7 % 60, "x".repeat(1_000_000))).toList();
    RowOrder order = new RowOrder(List.of(new SortKey(column(0), false, false)), Parameters.NONE);
    AtomicInteger most = new AtomicInteger();
    Cursor<PlanRow> sorted =
        sorted(
            rows,
            order,
            new GatheringLimits(
                3_100_000, () -> most.accumulateAndGet((int) SortFiles.open(), Math::max)));
    for (int i = 0; i < rows.size(); i++) {
      CursorStep<PlanRow> step = sorted.next();
      while (step instanceof CursorStep.Paused) {
        step = sorted.next();
      }
      assertThat(((CursorStep.Found<PlanRow>) step).value().get(0)).isEqualTo(NumberValue.of(i));
    }
    sorted.close();
    assertThat(most.get()).isBetween(2, 16);
  }

  @Test
  void refusesARowThatMemoryCannotHoldBesideOthers() {
    List<PlanRow> rows = List.of(row(1, "x".repeat(3_000_000)));
    for (Function<Cursor<PlanRow>, Cursor<PlanRow>> made : gathering().subList(0, 3)) {
      Cursor<PlanRow> cursor = made.apply(new ListCursor<>(rows));
      assertThatThrownBy(() -> drain(cursor))
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
          .hasMessageContaining("-Dpartikey.memory.operator=MEGABYTES");
    }
  }

  @Test
  void sortsWhatIsLeftOfAMergeWhoseHeadsTakeTooMuch() {
    RowOrder order = new RowOrder(List.of(new SortKey(column(0), false, false)), Parameters.NONE);
    Comparator<PlanRow> byKey = Comparator.comparing(order::keysOf, order);
    for (long memory : List.of(1L, 600L, 5_000L, Long.MAX_VALUE)) {
      List<Cursor<PlanRow>> inputs = new ArrayList<>();
      List<PlanRow> all = new ArrayList<>();
      for (int input = 0; input < 10; input++) {
        int first = input;
        // Rows grow, so that some merges are half done when they take too much.
        List<PlanRow> rows =
            IntStream.range(0, 20)
                .mapToObj(i -> row(i / 2, "x".repeat(20 * i) + first + "," + i))
                .toList();
        all.addAll(rows);
        inputs.add(new PausingCursor(rows));
      }
      Cursor<PlanRow> merged =
          new MergeCursor<>(
              inputs,
              byKey,
              new MergeCursor.Overflow<>(
                  PlanRow::memoryBytes,
                  memory,
                  rest -> new SortCursor(rest, order, ofMemory(memory))));
      assertThat(drain(merged)).isEqualTo(all.stream().sorted(byKey).toList());
    }
  }

  @Test
  void stopsWithoutAReadWhereverItIsToldTo() {
    List<PlanRow> rows = rows(new Random(5), 2000);
    RowOrder order = new RowOrder(List.of(new SortKey(column(0), false, false)), Parameters.NONE);
    EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");
    for (long memory : List.of(100_000L, Long.MAX_VALUE)) {
      AtomicInteger asked = new AtomicInteger();
      drain(sorted(rows, order, new GatheringLimits(memory, asked::incrementAndGet)));
      assertThat(asked).hasValueGreaterThan(5);
      long before = SortFiles.open();
      for (int most = 0; most < asked.get(); most += 1 + asked.get() / 20) {
        AtomicInteger left = new AtomicInteger(most);
        Cancellation cancellation =
            () -> {
              if (left.decrementAndGet() < 0) {
                throw told;
              }
            };
        assertThatThrownBy(
                () -> drain(sorted(rows, order, new GatheringLimits(memory, cancellation))))
            .isSameAs(told);
      }
      assertThat(SortFiles.open()).isEqualTo(before);
      assertThat(SortFiles.named()).isZero();
    }
  }

  private static Cursor<PlanRow> sorted(
      List<PlanRow> rows, RowOrder order, GatheringLimits limits) {
    return new SortCursor(new ListCursor<>(rows), order, limits);
  }

  private static List<Function<Cursor<PlanRow>, Cursor<PlanRow>>> gathering() {
    RowOrder order = new RowOrder(List.of(new SortKey(column(0), false, false)), Parameters.NONE);
    return List.of(
        input -> new SortCursor(input, order, ofMemory(1_000)),
        input -> new FirstRowsCursor(input, order, 100, ofMemory(1_000)),
        input -> new DistinctCursor(input, row -> row, ofMemory(1_000)),
        input ->
            new AggregateCursor(input, node(List.of(column(2))), Parameters.NONE, ofMemory(1_000)),
        input ->
            new AggregateCursor(
                input,
                new Aggregate(
                    new NoRows(1, PlanCost.ZERO), List.of(column(2)), List.of(), PlanCost.ZERO),
                Parameters.NONE,
                ofMemory(1_000)));
  }

  private static AggregateCall call(
      AggregateFunction function, @Nullable Expression argument, boolean distinct) {
    return new AggregateCall(function, argument, distinct, null);
  }

  private static Cursor<PlanRow> aggregate(List<PlanRow> rows, List<Expression> keys, long memory) {
    return new AggregateCursor(
        new PausingCursor(rows), node(keys), Parameters.NONE, ofMemory(memory));
  }

  private static Aggregate node(List<Expression> keys) {
    return new Aggregate(new NoRows(1, PlanCost.ZERO), keys, CALLS, PlanCost.ZERO);
  }

  /** Rows of two columns with few different values of all types, and a number. */
  private static List<PlanRow> rows(Random random, int count) {
    List<@Nullable Object> values =
        new ArrayList<>(
            List.of(1, 2.5, "a", "1", "b\n\"c", true, List.of(1), map("k", 1), Set.of("x")));
    values.add(Missing.MISSING);
    values.add(null);
    List<PlanRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          row(
              values.get(random.nextInt(values.size())),
              values.get(random.nextInt(values.size())),
              random.nextInt(40)));
    }
    return rows;
  }

  private static List<PlanRow> drain(Cursor<PlanRow> cursor) {
    return PausingCursor.drain(cursor);
  }
}
