package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.USERS;
import static io.partikey.planner.execute.TestData.attribute;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.columns;
import static io.partikey.planner.execute.TestData.equal;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.item;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.literals;
import static io.partikey.planner.execute.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.execute.TestData.Missing;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.UnionAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupCursorTest {
  private final ModelBackend backend =
      new ModelBackend(USERS, ORDERS)
          .with(USERS, item("id", "a", "age", 30), item("id", "b", "age", 10))
          .with(
              ORDERS,
              item("customer", "a", "number", 1, "amount", 5),
              item("customer", "a", "number", 2, "amount", 40),
              item("customer", "b", "number", 1, "amount", 40),
              item("customer", "c", "number", 1));

  @Test
  void pairsOuterRowsWithTheItemsThatTheirKeysName() {
    LookupJoin join = new LookupJoin(names("b", "z", "a", "b"), user(null), false, PlanCost.ZERO);
    assertThat(Runs.run(backend, join))
        .containsExactly(row("b", "b", 10), row("a", "a", 30), row("b", "b", 10));
    assertThat(backend.requests()).isEqualTo(1);
  }

  @Test
  void keepsOuterRowsWithoutAPair() {
    LookupJoin join = new LookupJoin(names("b", "z"), user(null), true, PlanCost.ZERO);
    assertThat(Runs.run(backend, join))
        .containsExactly(row("b", "b", 10), row("z", Missing.MISSING, Missing.MISSING));
  }

  @Test
  void findsNothingForOuterValuesThatNoKeyHas() {
    PlanNode odd =
        new UnionAll(
            List.of(
                rows(literal(1)), rows(literal("")), rows(TestData.missing()), rows(literal(null))),
            PlanCost.ZERO);
    assertThat(Runs.run(backend, new LookupJoin(odd, user(null), false, PlanCost.ZERO))).isEmpty();
    assertThat(Runs.run(backend, new LookupJoin(odd, ordersOf(null), false, PlanCost.ZERO)))
        .isEmpty();
    assertThat(backend.requests()).isZero();
  }

  @Test
  void getsABatchOfKeysAtOnce() {
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      many.add(i % 2 == 0 ? "a" : "n" + i);
    }
    LookupJoin join = new LookupJoin(names(many.toArray()), user(null), false, PlanCost.ZERO);
    assertThat(Runs.run(backend, join)).hasSize(125);
    assertThat(backend.requests()).isEqualTo(3);
  }

  @Test
  void testsTheResidualBesideTheOuterRow() {
    Expression sameAge = equal(attribute("age"), column(1));
    PlanNode outer =
        new UnionAll(
            List.of(rows(literal("a"), literal(30)), rows(literal("b"), literal(30))),
            PlanCost.ZERO);
    assertThat(Runs.run(backend, new LookupJoin(outer, user(sameAge), true, PlanCost.ZERO)))
        .containsExactly(row("a", 30, "a", 30), row("b", 30, Missing.MISSING, Missing.MISSING));
    Expression more = greater(attribute("amount"), column(1));
    assertThat(Runs.run(backend, new LookupJoin(outer, ordersOf(more), false, PlanCost.ZERO)))
        .containsExactly(row("a", 30, 2), row("b", 30, 1));
  }

  @Test
  void pairsOuterRowsWithEveryItemOfACollection() {
    LookupJoin join = new LookupJoin(names("a", "z", "c"), ordersOf(null), true, PlanCost.ZERO);
    assertThat(Runs.run(backend, join))
        .containsExactly(row("a", 1), row("a", 2), row("z", Missing.MISSING), row("c", 1));
  }

  @Test
  void looksUpSeveralKeysForEachRow() {
    Access inner =
        new MultiGet(
            ORDERS, List.of(column(0)), literals(2, 1), columns("number"), null, PlanCost.ZERO);
    assertThat(Runs.run(backend, new LookupJoin(names("a", "c"), inner, false, PlanCost.ZERO)))
        .containsExactly(row("a", 2), row("a", 1), row("c", 1));
  }

  @Test
  void keepsRowsForWhichThereIsOneOrNone() {
    for (Access inner : List.of(user(null), ordersOf(null))) {
      assertThat(
              Runs.run(backend, new SemiLookup(names("z", "a", "b"), inner, false, PlanCost.ZERO)))
          .containsExactly(row("a"), row("b"));
      assertThat(
              Runs.run(backend, new SemiLookup(names("z", "a", "b"), inner, true, PlanCost.ZERO)))
          .containsExactly(row("z"));
    }
  }

  @Test
  void readsNoMoreThanOneItemToSeeThatThereIsOne() {
    backend.pagesOf(100);
    SemiLookup semi = new SemiLookup(names("a"), ordersOf(null), false, PlanCost.ZERO);
    try (ExecutionContext context = Runs.context(backend)) {
      assertThat(Runs.all(context, semi)).containsExactly(row("a"));
      assertThat(context.itemsRead()).isEqualTo(1);
    }
  }

  private static KeyGet user(@Nullable Expression residual) {
    return new KeyGet(USERS, column(0), null, columns("id", "age"), residual, PlanCost.ZERO);
  }

  private static Query ordersOf(@Nullable Expression residual) {
    return new Query(
        ORDERS,
        null,
        List.of(List.of(column(0))),
        SortBounds.ALL,
        true,
        false,
        false,
        null,
        columns("number"),
        residual,
        PlanCost.ZERO);
  }

  private static PlanNode names(Object... names) {
    return new UnionAll(
        literals(names).stream().<PlanNode>map(LookupCursorTest::rows).toList(), PlanCost.ZERO);
  }

  private static PlanNode rows(Expression... values) {
    return new Project(new SingleRow(PlanCost.ZERO), List.of(values), PlanCost.ZERO);
  }
}
