package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.BY_PLACE;
import static io.partikey.planner.execute.TestData.BY_STATUS;
import static io.partikey.planner.execute.TestData.NOTES;
import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.attribute;
import static io.partikey.planner.execute.TestData.columns;
import static io.partikey.planner.execute.TestData.equal;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.item;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.literals;
import static io.partikey.planner.execute.TestData.missing;
import static io.partikey.planner.execute.TestData.parameter;
import static io.partikey.planner.execute.TestData.row;
import static io.partikey.planner.execute.TestData.value;
import static io.partikey.planner.execute.TestData.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.SortBounds.End;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryItemsTest {
  private final ModelBackend backend = new ModelBackend(ORDERS, NOTES);

  QueryItemsTest() {
    for (int number = 1; number <= 10; number++) {
      backend.with(
          ORDERS,
          item(
              "customer",
              number % 2 == 0 ? "even" : "odd",
              "number",
              number,
              "status",
              number <= 6 ? "open" : "paid",
              "amount",
              10 * number,
              "remark",
              "r" + number));
    }
    for (String title : List.of("a", "ab", "abc", "b", "ba", "c")) {
      backend.with(NOTES, item("owner", "o", "title", title));
    }
  }

  @Test
  void readsACollectionOverSeveralPagesInBothDirections() {
    assertThat(Runs.run(backend, orders(SortBounds.ALL, true, "odd")))
        .containsExactly(row(1), row(3), row(5), row(7), row(9));
    assertThat(Runs.run(backend, orders(SortBounds.ALL, false, "odd")))
        .containsExactly(row(9), row(7), row(5), row(3), row(1));
  }

  @Test
  void readsCollectionsInTheOrderGivenAndEqualOnesOnce() {
    assertThat(
            Runs.run(backend, orders(between(literal(3), literal(8)), true, "odd", "even", "odd")))
        .containsExactly(row(3), row(5), row(7), row(4), row(6), row(8));
  }

  @Test
  void mergesCollectionsBySortKey() {
    for (boolean ascending : List.of(true, false)) {
      Query query =
          new Query(
              ORDERS,
              null,
              List.of(literals("odd", "none", "even")),
              SortBounds.ALL,
              ascending,
              true,
              false,
              null,
              columns("number"),
              null,
              PlanCost.ZERO);
      List<PlanRow> expected =
          IntStream.rangeClosed(1, 10).mapToObj(i -> row(ascending ? i : 11 - i)).toList();
      assertThat(Runs.run(backend, query)).isEqualTo(expected);
    }
  }

  @Test
  void takesTheTightestOfSeveralBounds() {
    SortBounds range =
        new SortBounds(
            List.of(),
            List.of(
                new End(literal(3), true), new End(literal(3), false), new End(literal(1), true)),
            List.of(new End(literal(9), false), new End(literal(9), true)),
            List.of());
    assertThat(Runs.run(backend, orders(range, true, "odd"))).containsExactly(row(5), row(7));
  }

  @Test
  void findsNothingInARangeThatIsEmpty() {
    assertThat(Runs.run(backend, orders(between(literal(8), literal(3)), true, "odd"))).isEmpty();
    assertThat(Runs.run(backend, orders(between(literal(1), missing()), true, "odd"))).isEmpty();
    assertThat(Runs.run(backend, orders(equalTo(missing()), true, "odd"))).isEmpty();
    SortBounds openPoint =
        new SortBounds(
            List.of(),
            List.of(new End(literal(3), false)),
            List.of(new End(literal(3), true)),
            List.of());
    assertThat(Runs.run(backend, orders(openPoint, true, "odd"))).isEmpty();
    assertThat(backend.requests()).isZero();
  }

  @Test
  void findsNothingWithinBoundsOfAnotherTypeWhichTheServiceRefuses() {
    String message =
        "Key attribute's data type should match its data type in table's schema: Key number";
    PlanNode between = orders(between(literal("a"), literal(3)), true, "odd");
    PlanNode equal = orders(equalTo(literal("3")), true, "odd");
    PlanNode parameter = orders(equalTo(parameter(0)), true, "odd");
    Parameters text = Parameters.of(value("3"));
    for (PlanNode plan : List.of(between, equal, parameter)) {
      assertThat(Runs.run(backend, plan, text, Dialect.SQL)).isEmpty();
      assertThatThrownBy(() -> Runs.run(backend, plan, text, Dialect.DYNAMODB)).hasMessage(message);
    }
    assertThat(backend.requests()).isZero();
  }

  @Test
  void readsWhatBeginsWithTheLongestPrefix() {
    assertThat(Runs.run(backend, notes(prefixes("a", "ab"))))
        .containsExactly(row("ab"), row("abc"));
    assertThat(Runs.run(backend, notes(prefixes("ab", "a"))))
        .containsExactly(row("ab"), row("abc"));
    assertThat(Runs.run(backend, notes(prefixes("a", "b")))).isEmpty();
    assertThat(Runs.run(backend, notes(prefixes("")))).hasSize(6);
    SortBounds bounded =
        new SortBounds(List.of(), List.of(new End(literal("ab"), false)), List.of(), literals("a"));
    assertThat(Runs.run(backend, notes(bounded))).containsExactly(row("abc"));
  }

  @Test
  void takesTheEmptyStringAsBelowEveryKeyInSql() {
    SortBounds above =
        new SortBounds(List.of(), List.of(new End(literal(""), false)), List.of(), List.of());
    SortBounds below =
        new SortBounds(List.of(), List.of(), List.of(new End(literal(""), true)), List.of());
    assertThat(Runs.run(backend, notes(above))).hasSize(6);
    assertThat(Runs.run(backend, notes(below))).isEmpty();
  }

  @Test
  void findsNoNumberByItsBeginning() {
    assertThat(Runs.run(backend, orders(prefixes("1"), true, "odd"))).isEmpty();
    assertThatThrownBy(
            () ->
                Runs.run(
                    backend, orders(prefixes("1"), true, "odd"), Parameters.NONE, Dialect.DYNAMODB))
        .hasMessageContaining("Key number");
  }

  @Test
  void limitsRowsAfterTheResidual() {
    Query query =
        new Query(
            ORDERS,
            null,
            List.of(literals("odd")),
            SortBounds.ALL,
            true,
            false,
            false,
            literal(2),
            columns("number"),
            greater(attribute("amount"), literal(30)),
            PlanCost.ZERO);
    assertThat(Runs.run(backend, query)).containsExactly(row(5), row(7));
  }

  @Test
  void readsNoMoreItemsThanALimitAsksFor() {
    backend.pagesOf(100);
    Query query =
        new Query(
            ORDERS,
            null,
            List.of(literals("odd", "even")),
            SortBounds.ALL,
            true,
            false,
            false,
            literal(7),
            columns("number"),
            null,
            PlanCost.ZERO);
    try (ExecutionContext context = context()) {
      assertThat(Runs.all(context, query)).hasSize(7);
      assertThat(context.itemsRead()).isEqualTo(7);
    }
  }

  @Test
  void readsAnIndexWithoutFetchingWhatItProjects() {
    Query query = byStatus(false, null, columns("customer", "amount"), null);
    try (ExecutionContext context = context()) {
      assertThat(Runs.all(context, query)).hasSize(6).startsWith(row("odd", 10), row("even", 20));
      assertThat(context.consumed().byTarget()).containsOnlyKeys("Orders.ByStatus");
    }
  }

  @Test
  void fetchesWhatAnIndexDoesNotProject() {
    assertThat(Runs.run(backend, byStatus(true, null, columns("remark"), null)))
        .containsExactly(row("r1"), row("r2"), row("r3"), row("r4"), row("r5"), row("r6"));
    assertThat(Runs.run(backend, byStatus(true, null, whole(), literal(1)))).hasSize(1);
  }

  @Test
  void fetchesOnlyEntriesThatMeetWhatTheIndexCanTell() {
    Expression residual =
        Logical.and(
            List.of(
                greater(attribute("number"), literal(3)),
                equal(attribute("remark"), literal("r5"))));
    try (ExecutionContext context = context()) {
      assertThat(Runs.all(context, byStatus(true, residual, columns("amount"), null)))
          .containsExactly(row(50));
      assertThat(context.consumed().byTarget())
          .containsEntry("Orders", new ConsumedCapacity.Units(1.5, 0));
    }
  }

  @Test
  void readsByAnIndexOfSeveralAttributes() {
    ModelBackend places = new ModelBackend(ORDERS);
    int number = 0;
    for (String city : List.of("Bern", "Basel")) {
      for (int year = 2020; year <= 2021; year++) {
        for (int month = 1; month <= 3; month++) {
          places.with(
              ORDERS,
              item(
                  "customer",
                  "c",
                  "number",
                  number++,
                  "country",
                  "CH",
                  "city",
                  city,
                  "year",
                  year,
                  "month",
                  month));
        }
      }
    }
    SortBounds range =
        new SortBounds(literals(2021), List.of(new End(literal(2), true)), List.of(), List.of());
    Query query =
        new Query(
            ORDERS,
            BY_PLACE,
            List.of(literals("CH", "AT"), literals("Bern", "Basel")),
            range,
            false,
            false,
            false,
            null,
            columns("city", "year", "month"),
            null,
            PlanCost.ZERO);
    assertThat(Runs.run(places, query))
        .containsExactly(
            row("Bern", 2021, 3),
            row("Bern", 2021, 2),
            row("Basel", 2021, 3),
            row("Basel", 2021, 2));
  }

  @SeededTest
  void mergesInTheOrderThatSortingGives(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      ModelBackend many = new ModelBackend(ORDERS).pagesOf(1 + random.nextInt(5));
      List<PlanRow> expected = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int number = random.nextInt(1000);
        String customer = "c" + random.nextInt(4);
        if (many.get(ORDERS, value(customer), value(number)) == null) {
          many.with(ORDERS, item("customer", customer, "number", number));
          expected.add(row(number));
        }
      }
      expected.sort((a, b) -> ValueOrder.INSTANCE.compare(present(a), present(b)));
      Query query =
          new Query(
              ORDERS,
              null,
              List.of(literals("c0", "c1", "c2", "c3")),
              SortBounds.ALL,
              true,
              true,
              false,
              null,
              columns("number"),
              null,
              PlanCost.ZERO);
      assertThat(Runs.run(many, query)).as("round %d", round).isEqualTo(expected);
    }
  }

  private static AttributeValue present(PlanRow row) {
    return Objects.requireNonNull(row.get(0));
  }

  private ExecutionContext context() {
    return Runs.context(backend);
  }

  private static Query orders(SortBounds range, boolean ascending, Object... customers) {
    return new Query(
        ORDERS,
        null,
        List.of(literals(customers)),
        range,
        ascending,
        false,
        false,
        null,
        columns("number"),
        null,
        PlanCost.ZERO);
  }

  private static Query notes(SortBounds range) {
    return new Query(
        NOTES,
        null,
        List.of(literals("o")),
        range,
        true,
        false,
        false,
        null,
        columns("title"),
        null,
        PlanCost.ZERO);
  }

  private static Query byStatus(
      boolean fetch, @Nullable Expression residual, RowLayout layout, @Nullable Expression limit) {
    return new Query(
        ORDERS,
        BY_STATUS,
        List.of(literals("open")),
        SortBounds.ALL,
        true,
        false,
        fetch,
        limit,
        layout,
        residual,
        PlanCost.ZERO);
  }

  private static SortBounds between(Expression lower, Expression upper) {
    return new SortBounds(
        List.of(), List.of(new End(lower, true)), List.of(new End(upper, true)), List.of());
  }

  private static SortBounds equalTo(Expression value) {
    return new SortBounds(List.of(value), List.of(), List.of(), List.of());
  }

  private static SortBounds prefixes(Object... prefixes) {
    return new SortBounds(List.of(), List.of(), List.of(), literals(prefixes));
  }
}
