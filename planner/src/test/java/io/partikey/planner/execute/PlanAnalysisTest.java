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
import static io.partikey.planner.execute.TestData.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.WritePlan.DeleteItems;
import io.partikey.planner.plan.WritePlan.Target;
import io.partikey.testing.GoldenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanAnalysisTest {
  private final ModelBackend backend =
      new ModelBackend(USERS, ORDERS)
          .with(USERS, item("id", "a", "age", 30), item("id", "b", "age", 10));
  private long now;

  PlanAnalysisTest() {
    for (int number = 1; number <= 6; number++) {
      backend.with(
          ORDERS, item("customer", "c", "number", number, "buyer", number % 2 == 0 ? "a" : "b"));
    }
  }

  @Test
  void saysWhatEachNodeDid() throws IOException {
    PlanNode join =
        new LookupJoin(
            orders(literal("c"), columns("buyer", "number")),
            new KeyGet(USERS, column(0), null, columns("id", "age"), null, cost(1, 0.5)),
            false,
            cost(6, 3.5));
    PlanNode filter = new Filter(join, greater(column(3), literal(20)), cost(3, 3.5));
    PlanNode sort =
        new Sort(filter, List.of(new SortKey(column(1), true, false)), literal(2), cost(2, 3.5));
    PlanNode unused =
        new SemiLookup(
            orders(literal("nobody"), columns("buyer")),
            orders(column(0), columns("number")),
            false,
            cost(1, 1));
    PlanNode root = new UnionAll(List.of(sort, unused), cost(3, 4.5));
    List<String> lines = new ArrayList<>();
    lines.addAll(
        PlanAnalysis.of(new QueryPlan(root, "calcite", null), Dialect.SQL, request(), this::tick));
    lines.add("");
    backend.pagesOf(100);
    lines.addAll(
        PlanAnalysis.of(
            new DeleteItems(
                ORDERS,
                new Target(null, null, bought()),
                equal(attribute("buyer"), literal("a")),
                ReturnValues.NONE),
            backend.statistics("Orders"),
            Dialect.SQL,
            request(),
            this::tick));
    GoldenFile.check(getClass(), "analysis.txt", String.join("\n", lines) + "\n");
    assertThat(backend.all(ORDERS)).hasSize(3);
    assertThat(backend.openViews()).isZero();
  }

  /** A clock on which every look takes ten microseconds. */
  private long tick() {
    now += 10_000;
    return now;
  }

  private ExecutionRequest request() {
    return ExecutionRequest.of(backend, Parameters.NONE);
  }

  private static Query bought() {
    return new Query(
        ORDERS,
        null,
        List.of(literals("c")),
        SortBounds.ALL,
        true,
        false,
        false,
        null,
        whole(),
        equal(attribute("buyer"), literal("a")),
        cost(2, 1));
  }

  private static Query orders(Expression customer, RowLayout layout) {
    return new Query(
        ORDERS,
        null,
        List.of(List.of(customer)),
        SortBounds.ALL,
        true,
        false,
        false,
        null,
        layout,
        null,
        cost(6, 0.5));
  }

  private static PlanCost cost(double rows, double readUnits) {
    return new PlanCost(0, readUnits, rows, rows);
  }
}
