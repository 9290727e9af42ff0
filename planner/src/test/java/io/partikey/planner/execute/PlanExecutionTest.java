package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.BY_STATUS;
import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.attribute;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.columns;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.item;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.literals;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.KeyedUnion;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.SortBounds.End;
import io.partikey.planner.plan.TableCount;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanExecutionTest {
  private final ModelBackend backend = new ModelBackend(ORDERS);

  PlanExecutionTest() {
    for (int number = 0; number < 20; number++) {
      Item order = item("customer", "c", "number", number, "amount", number % 5);
      backend.with(
          ORDERS,
          number % 2 == 0
              ? order
              : item("customer", "c", "number", number, "status", "odd", "amount", number));
    }
  }

  @Test
  void readsNothingBeforeTheFirstRowAndOneSnapshotAfterIt() {
    try (RowCursor rows = open(query(null), 0, 0)) {
      assertThat(backend.viewsOpened()).isZero();
      assertThat(rows.next()).isPresent();
      backend.with(ORDERS, item("customer", "c", "number", 999));
      assertThat(drain(rows)).hasSize(19);
      assertThat(rows.itemsRead()).isEqualTo(20);
      assertThat(rows.consumed().readUnits()).isEqualTo(10);
      assertThat(backend.viewsOpened()).isEqualTo(1);
      assertThat(backend.openViews()).as("released when exhausted").isZero();
      assertThat(rows.next()).isEmpty();
    }
  }

  @Test
  void releasesTheSnapshotWhenClosedEarly() {
    RowCursor rows = open(query(null), 0, 0);
    assertThat(rows.next()).isPresent();
    assertThat(backend.openViews()).isEqualTo(1);
    rows.close();
    rows.close();
    assertThat(backend.openViews()).isZero();
    assertThat(rows.next()).isEmpty();
  }

  @Test
  void readsNoMoreThanTheMostRows() {
    backend.pagesOf(100);
    RowCursor rows = open(new Project(query(null), List.of(column(0)), PlanCost.ZERO), 7, 0);
    assertThat(drain(rows)).hasSize(7);
    assertThat(rows.itemsRead()).isEqualTo(7);
  }

  @Test
  void readsOnInGrowingPagesWhereAFilterDropsRows() {
    backend.pagesOf(100);
    PlanNode filter = new Filter(query(null), greater(column(0), literal(11)), PlanCost.ZERO);
    RowCursor rows = open(filter, 2, 0);
    assertThat(drain(rows)).containsExactly("12", "13");
    assertThat(rows.itemsRead()).isEqualTo(2 + 4 + 8);
  }

  @Test
  void readsAsManyAtOnceAsTheFetchSizeSays() {
    backend.pagesOf(100);
    RowCursor rows = open(query(null), 0, 4);
    rows.next();
    assertThat(rows.itemsRead()).isEqualTo(4);
    assertThat(drain(rows)).hasSize(19);
    assertThat(backend.requests()).isEqualTo(5);
  }

  @Test
  void sortsBeforeItCountsTheMostRows() {
    PlanNode sort =
        new Sort(query(null), List.of(new SortKey(column(0), true, false)), null, PlanCost.ZERO);
    assertThat(drain(open(sort, 2, 1))).containsExactly("19", "18");
  }

  @Test
  void stopsBetweenPagesWhenCancelled() {
    backend.pagesOf(1);
    AtomicInteger checks = new AtomicInteger();
    Cancellation cancellation =
        () -> {
          if (checks.incrementAndGet() > 6) {
            throw new EngineException(ErrorCode.CANCELED, "The statement was cancelled.");
          }
        };
    PlanNode sort =
        new Sort(
            query(greater(attribute("number"), literal(100))),
            List.of(new SortKey(column(0), false, false)),
            null,
            PlanCost.ZERO);
    RowCursor rows =
        PlanExecution.open(
            sort,
            layout(),
            Dialect.SQL,
            new ExecutionRequest(backend, backend, Parameters.NONE, 0, 0, cancellation),
            consumed -> {});
    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELED));
    assertThat(rows.itemsRead()).isBetween(1L, 6L);
    assertThat(backend.openViews()).isZero();
  }

  @Test
  void countsWithoutReading() {
    TableCount count = new TableCount(ORDERS, null, PlanCost.ZERO);
    TableCount indexed = new TableCount(ORDERS, BY_STATUS, PlanCost.ZERO);
    assertThat(Runs.run(backend, count)).containsExactly(row(20));
    assertThat(Runs.run(backend, indexed)).containsExactly(row(10));
    assertThat(backend.requests()).isZero();
  }

  @Test
  void scansATableAndAnIndex() {
    assertThat(Runs.run(backend, scan(false, null, null))).hasSize(20);
    assertThat(Runs.run(backend, scan(false, greater(attribute("amount"), literal(3)), literal(2))))
        .hasSize(2);
    Scan index =
        new Scan(
            ORDERS,
            BY_STATUS,
            true,
            literal(3),
            columns("number", "customer"),
            greater(attribute("amount"), literal(10)),
            PlanCost.ZERO);
    assertThat(Runs.run(backend, index)).containsExactly(row(11, "c"), row(13, "c"), row(15, "c"));
  }

  @SeededTest
  void unitesReadsWithoutRepeatingItems(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      List<Access> branches = new ArrayList<>();
      Set<Integer> expected = new TreeSet<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        int from = random.nextInt(20);
        int to = random.nextInt(20);
        branches.add(random.nextBoolean() ? between(from, to) : get(from));
        for (int number = from; number <= (isGet(branches) ? from : to); number++) {
          expected.add(number);
        }
      }
      KeyedUnion union =
          new KeyedUnion(ORDERS, branches, columns("amount", "number"), PlanCost.ZERO);
      Set<Integer> found = new TreeSet<>();
      List<PlanRow> rows = Runs.run(backend, union);
      for (PlanRow row : rows) {
        found.add(Integer.parseInt(String.valueOf(text(row))));
      }
      assertThat(found).as("round %d", round).isEqualTo(expected);
      assertThat(rows).as("round %d", round).hasSameSizeAs(expected);
    }
  }

  private static boolean isGet(List<Access> branches) {
    return branches.get(branches.size() - 1) instanceof KeyGet;
  }

  private static @Nullable String text(PlanRow row) {
    return row.get(1) instanceof NumberValue number ? number.toPlainString() : null;
  }

  private static KeyGet get(int number) {
    return new KeyGet(
        ORDERS, literal("c"), literal(number), columns("amount", "number"), null, PlanCost.ZERO);
  }

  private static Query between(int from, int to) {
    SortBounds range =
        new SortBounds(
            List.of(),
            List.of(new End(literal(from), true)),
            List.of(new End(literal(to), true)),
            List.of());
    return new Query(
        ORDERS,
        null,
        List.of(literals("c")),
        range,
        true,
        false,
        false,
        null,
        columns("amount", "number"),
        null,
        PlanCost.ZERO);
  }

  private static Scan scan(
      boolean fetch, @Nullable Expression residual, @Nullable Expression limit) {
    return new Scan(ORDERS, null, fetch, limit, columns("number"), residual, PlanCost.ZERO);
  }

  private static Query query(@Nullable Expression residual) {
    return new Query(
        ORDERS,
        null,
        List.of(literals("c")),
        SortBounds.ALL,
        true,
        false,
        false,
        null,
        columns("number"),
        residual,
        PlanCost.ZERO);
  }

  private RowCursor open(PlanNode root, long maxRows, int fetchSize) {
    return PlanExecution.open(
        root,
        layout(),
        Dialect.SQL,
        new ExecutionRequest(
            backend, backend, Parameters.NONE, maxRows, fetchSize, Cancellation.NEVER),
        consumed -> {});
  }

  private static ResultLayout layout() {
    return ResultLayout.of(
        List.of(new OutputColumn.Value(ResultColumn.computed("number", Set.of()))),
        star -> List.of());
  }

  private static List<String> drain(RowCursor rows) {
    List<String> numbers = new ArrayList<>();
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      if (row.get().get(0) instanceof NumberValue number) {
        numbers.add(number.toPlainString());
      }
    }
    return numbers;
  }
}
