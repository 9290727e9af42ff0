package io.partikey.planner.explain;

import static io.partikey.planner.execute.TestData.BY_PLACE;
import static io.partikey.planner.execute.TestData.BY_STATUS;
import static io.partikey.planner.execute.TestData.NOTES;
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
import static io.partikey.planner.execute.TestData.parameter;
import static io.partikey.planner.execute.TestData.whole;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.KeyedUnion;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.SortBounds.End;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.plan.WritePlan.DeleteItems;
import io.partikey.planner.plan.WritePlan.PutItems;
import io.partikey.planner.plan.WritePlan.PutRows;
import io.partikey.planner.plan.WritePlan.Target;
import io.partikey.planner.plan.WritePlan.UpdateItems;
import io.partikey.testing.GoldenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final TableStatistics STATISTICS =
      new TableStatistics(
          new Counts(1000, 1_500_000, 100),
          Map.of(
              "ByStatus", new Counts(500, 50_000, 3), "ByPlace", new Counts(1000, 1_500_000, 9)));

  private final List<String> lines = new ArrayList<>();

  @Test
  void writesQueries() throws IOException {
    show("the item of a key", user(parameter(0), greater(attribute("age"), literal(20))));
    show("a composite key", order(literal("a"), literal(1)));
    show(
        "several keys",
        new MultiGet(
            ORDERS,
            List.of(parameter(0)),
            literals(1, 2, 3, 4, 5, 6, 7),
            whole(),
            null,
            cost(7, 3.5)));
    show("a range", orders(range(), false, null));
    show("a prefix and a limit", notes());
    show("an index that does not project what is needed", byStatus());
    show("an index of several attributes", byPlace());
    show("overlapping reads", union());
    show("an aggregate of groups", groups());
    show("a join", join(false));
    show("a left join and what is done with it", aboveAJoin());
    show(
        "rows without a pair",
        new SemiLookup(order(literal("a"), literal(1)), user(column(0), null), true, cost(1, 1)));
    show("elements of a list", unnest());
    show("a count", new TableCount(ORDERS, BY_STATUS, cost(1, 0)));
    show(
        "a forced scan",
        new Scan(ORDERS, null, false, literal(10), columns("amount"), null, cost(10, 1234567.89)));
    show(
        "nothing",
        new UnionAll(List.of(new SingleRow(cost(1, 0)), new NoRows(0, cost(0, 0))), cost(1, 0)));
    GoldenFile.check(getClass(), "queries.txt", String.join("\n", lines) + "\n");
  }

  @Test
  void writesWrites() throws IOException {
    show(
        "an insert",
        new PutItems(ORDERS, IfExists.FAIL, List.of(new Literal(item("customer", "a").asMap()))));
    show(
        "an upsert of rows",
        new PutRows(ORDERS, IfExists.MERGE, orders(SortBounds.ALL, true, null), null));
    show(
        "an update of what one index projects",
        update(new Target(parameter(0), literal(1), null), "remark", ReturnValues.ALL_NEW));
    show(
        "an update of an index key",
        update(new Target(parameter(0), literal(1), null), "amount", ReturnValues.NONE));
    show(
        "an update of what a query finds",
        update(new Target(null, null, byStatus()), "amount", ReturnValues.NONE));
    show(
        "a delete",
        new DeleteItems(
            ORDERS,
            new Target(literal("a"), literal(2), null),
            greater(attribute("amount"), literal(0)),
            ReturnValues.ALL_OLD));
    GoldenFile.check(getClass(), "writes.txt", String.join("\n", lines) + "\n");
  }

  private void show(String title, PlanNode root) {
    add(title, PlanText.of(new QueryPlan(root, "calcite", null)));
  }

  private void show(String title, WritePlan plan) {
    add(title, PlanText.of(plan, STATISTICS));
  }

  private void add(String title, List<String> plan) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("-- " + title);
    lines.addAll(plan);
  }

  private static KeyGet user(Expression id, @Nullable Expression residual) {
    return new KeyGet(USERS, id, null, columns("id", "age"), residual, cost(1, 0.5));
  }

  private static KeyGet order(Expression customer, Expression number) {
    return new KeyGet(ORDERS, customer, number, columns("customer", "amount"), null, cost(1, 0.5));
  }

  private static SortBounds range() {
    return new SortBounds(
        List.of(),
        List.of(new End(literal(1), true), new End(parameter(1), false)),
        List.of(new End(literal(9), true)),
        List.of());
  }

  private static Query orders(SortBounds range, boolean ascending, @Nullable Expression residual) {
    return new Query(
        ORDERS,
        null,
        List.of(literals("a", "b")),
        range,
        ascending,
        true,
        false,
        null,
        columns("customer", "amount"),
        residual,
        cost(12.34, 2));
  }

  private static Query notes() {
    SortBounds prefix = new SortBounds(List.of(), List.of(), List.of(), literals("it's"));
    return new Query(
        NOTES,
        null,
        List.of(List.of(parameter(0))),
        prefix,
        true,
        false,
        false,
        parameter(1),
        whole(),
        null,
        cost(5, 0.5));
  }

  private static Query byStatus() {
    return new Query(
        ORDERS,
        BY_STATUS,
        List.of(literals("open")),
        SortBounds.ALL,
        true,
        false,
        true,
        null,
        new RowLayout(List.of("amount"), true),
        equal(attribute("remark"), literal("x")),
        cost(3, 4.5));
  }

  private static Query byPlace() {
    return new Query(
        ORDERS,
        BY_PLACE,
        List.of(literals("CH"), literals("Bern", "Basel")),
        new SortBounds(literals(2021), List.of(new End(literal(2), false)), List.of(), List.of()),
        true,
        false,
        false,
        null,
        columns("month"),
        null,
        cost(4, 1));
  }

  private static PlanNode union() {
    List<Access> branches = List.of(order(literal("a"), literal(1)), orders(range(), true, null));
    return new KeyedUnion(ORDERS, branches, columns("customer", "amount"), cost(13, 2.5));
  }

  private static PlanNode groups() {
    return new Aggregate(
        byPlace(),
        List.of(column(0)),
        List.of(
            new AggregateCall(AggregateFunction.COUNT, null, false, null),
            new AggregateCall(
                AggregateFunction.SUM, column(0), true, greater(column(0), literal(1)))),
        cost(2, 1));
  }

  private static LookupJoin join(boolean keepOuter) {
    Expression sameAmount = equal(attribute("age"), column(1));
    return new LookupJoin(
        orders(SortBounds.ALL, true, null), user(column(0), sameAmount), keepOuter, cost(12, 8));
  }

  private static PlanNode aboveAJoin() {
    PlanNode second = new LookupJoin(join(true), user(column(2), null), false, cost(12, 14));
    PlanNode filter = new Filter(second, greater(column(3), literal(18)), cost(6, 14));
    PlanNode sort =
        new Sort(
            filter,
            List.of(new SortKey(column(1), true, true), new SortKey(column(4), false, false)),
            literal(10),
            cost(6, 14));
    Expression doubled = new Arithmetic(Arithmetic.Operator.MULTIPLY, column(1), literal(2), false);
    PlanNode project = new Project(sort, List.of(column(0), doubled), cost(6, 14));
    return new Limit(new Distinct(project, cost(6, 14)), parameter(0), literal(5), cost(1, 14));
  }

  private static PlanNode unnest() {
    PlanNode unnest = new Unnest(notes(), column(0), true, true, cost(20, 0.5));
    return new Filter(unnest, equal(column(2), literal(0)), cost(5, 0.5));
  }

  private static UpdateItems update(Target target, String attribute, ReturnValues returning) {
    return new UpdateItems(
        ORDERS,
        target,
        null,
        List.of(
            new UpdateAction.Set(DocumentPath.of(attribute), parameter(2)),
            new UpdateAction.Remove(DocumentPath.of(attribute))),
        returning);
  }

  private static PlanCost cost(double rows, double readUnits) {
    return new PlanCost(0, readUnits, rows, rows);
  }
}
