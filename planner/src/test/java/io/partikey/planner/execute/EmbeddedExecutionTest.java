package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.BY_PLACE;
import static io.partikey.planner.execute.TestData.BY_STATUS;
import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.attribute;
import static io.partikey.planner.execute.TestData.column;
import static io.partikey.planner.execute.TestData.columns;
import static io.partikey.planner.execute.TestData.equal;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.row;
import static io.partikey.planner.execute.TestData.value;
import static io.partikey.planner.execute.TestData.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.KeyedUnion;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.SortBounds.End;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.plan.WritePlan.DeleteItems;
import io.partikey.planner.plan.WritePlan.PutItems;
import io.partikey.planner.plan.WritePlan.Target;
import io.partikey.planner.plan.WritePlan.UpdateItems;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same plans on the embedded store as on the model, and what only a real store shows. */
class EmbeddedExecutionTest {
  private final Backend embedded = open();

  @AfterEach
  void close() {
    embedded.close();
  }

  private static Backend open() {
    BackendProvider provider =
        ServiceLoader.load(BackendProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.opens(BackendAddress.Kind.MEMORY))
            .findFirst()
            .orElseThrow();
    return provider.open(
        new BackendAddress(BackendAddress.Kind.MEMORY, ""), BackendOptions.DEFAULT);
  }

  @SeededTest
  void findsWhatTheModelFinds(long seed) {
    embedded.createTable(ORDERS);
    ModelBackend model = new ModelBackend(ORDERS);
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Item order = order(random);
      model.with(ORDERS, order);
      embedded.write(
          new WriteRequest.Put("Orders", order, IfExists.REPLACE, null, ReturnValues.NONE));
    }
    for (int round = 0; round < 300; round++) {
      RandomPlans plans = new RandomPlans(random);
      PlanNode plan = plans.next();
      assertThat(run(plan))
          .as("%s", plan)
          .containsExactlyInAnyOrderElementsOf(Runs.run(model, plan));
    }
  }

  @Test
  void changesThousandsOfItemsAtOnce() {
    embedded.createTable(ORDERS);
    List<Expression> items = new ArrayList<>();
    for (int number = 0; number < 3000; number++) {
      items.add(
          new Literal(
              TestData.map("customer", "c", "number", number, "status", "s", "amount", number)));
    }
    assertThat(execute(new PutItems(ORDERS, IfExists.FAIL, items), embedded)).isEqualTo(3000);
    assertThatThrownBy(() -> execute(new PutItems(ORDERS, IfExists.FAIL, items), embedded))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DUPLICATE_ITEM));
    Expression half = greater(attribute("amount"), literal(1499));
    assertThat(execute(update(half), embedded)).isEqualTo(1500);
    assertThat(run(new TableCount(ORDERS, BY_STATUS, PlanCost.ZERO))).containsExactly(row(3000));
    assertThat(execute(delete(equal(attribute("status"), literal("changed"))), embedded))
        .isEqualTo(1500);
    assertThat(run(new TableCount(ORDERS, null, PlanCost.ZERO))).containsExactly(row(1500));
  }

  @Test
  void countsInATransactionWhatTheTransactionSees() {
    embedded.createTable(ORDERS);
    PutItems insert =
        new PutItems(
            ORDERS,
            IfExists.FAIL,
            List.of(new Literal(TestData.map("customer", "c", "number", 1))));
    TableCount count = new TableCount(ORDERS, null, PlanCost.ZERO);
    try (Transaction transaction = embedded.begin()) {
      ExecutionRequest request =
          new ExecutionRequest(embedded, transaction, Parameters.NONE, 0, 0, Cancellation.NEVER);
      WriteExecution.execute(insert, () -> noColumns(), Dialect.SQL, request);
      try (ExecutionContext context = new ExecutionContext(request, Dialect.SQL)) {
        assertThat(Runs.all(context, count)).containsExactly(row(1));
      }
      assertThat(run(count)).containsExactly(row(0));
    }
  }

  private List<PlanRow> run(PlanNode plan) {
    ExecutionRequest request = ExecutionRequest.of(embedded, Parameters.NONE);
    try (ExecutionContext context = new ExecutionContext(request, Dialect.SQL)) {
      return Runs.all(context, plan);
    }
  }

  private static long execute(WritePlan plan, Backend backend) {
    StatementResult result =
        WriteExecution.execute(
            plan, () -> noColumns(), Dialect.SQL, ExecutionRequest.of(backend, Parameters.NONE));
    return ((StatementResult.Count) result).count();
  }

  private static ResultLayout noColumns() {
    return ResultLayout.of(List.of(), star -> List.of());
  }

  private static UpdateItems update(Expression condition) {
    UpdateAction change = new UpdateAction.Set(DocumentPath.of("status"), literal("changed"));
    return new UpdateItems(ORDERS, found(condition), condition, List.of(change), ReturnValues.NONE);
  }

  private static DeleteItems delete(Expression condition) {
    return new DeleteItems(ORDERS, found(condition), condition, ReturnValues.NONE);
  }

  private static Target found(Expression condition) {
    return new Target(
        null,
        null,
        new Query(
            ORDERS,
            null,
            List.of(List.of(literal("c"))),
            SortBounds.ALL,
            true,
            false,
            false,
            null,
            whole(),
            condition,
            PlanCost.ZERO));
  }

  private static Item order(Random random) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("customer", value("c" + random.nextInt(6)));
    attributes.put("number", value(random.nextInt(50)));
    if (random.nextInt(3) > 0) {
      attributes.put("status", value(random.nextBoolean() ? "open" : "paid"));
      attributes.put("amount", value(random.nextInt(20)));
    }
    if (random.nextBoolean()) {
      attributes.put("country", value("CH"));
      attributes.put("city", value(random.nextBoolean() ? "Bern" : "Basel"));
      attributes.put("year", value(2020 + random.nextInt(3)));
      attributes.put("month", value(1 + random.nextInt(12)));
    }
    attributes.put("remark", value("r" + random.nextInt(4)));
    return new Item(attributes);
  }

  /** Accesses of Orders and joins of them, all without a limit, so that their rows are a set. */
  private record RandomPlans(Random random) {
    PlanNode next() {
      return switch (random.nextInt(7)) {
        case 0 -> get(customer(), number());
        case 1 -> multiGet();
        case 2 -> query(customers());
        case 3 -> byStatus();
        case 4 -> byPlace();
        case 5 -> union();
        default ->
            new LookupJoin(
                query(customers()),
                random.nextBoolean() ? get(column(0), column(1)) : query(List.of(column(0))),
                random.nextBoolean(),
                PlanCost.ZERO);
      };
    }

    private Access get(Expression customer, Expression number) {
      return new KeyGet(ORDERS, customer, number, layout(), residual(), PlanCost.ZERO);
    }

    private Access multiGet() {
      return new MultiGet(
          ORDERS,
          customers(),
          List.of(number(), number(), number()),
          layout(),
          residual(),
          PlanCost.ZERO);
    }

    private Access query(List<Expression> customers) {
      return new Query(
          ORDERS,
          null,
          List.of(customers),
          range(number(), number()),
          random.nextBoolean(),
          random.nextBoolean(),
          false,
          null,
          layout(),
          residual(),
          PlanCost.ZERO);
    }

    private Access byStatus() {
      SortBounds range = range(literal(random.nextInt(20)), literal(random.nextInt(20)));
      boolean scan = random.nextInt(5) == 0;
      return scan
          ? new Scan(ORDERS, BY_STATUS, true, null, layout(), residual(), PlanCost.ZERO)
          : new Query(
              ORDERS,
              BY_STATUS,
              List.of(List.of(literal("open"), literal("paid"))),
              range,
              random.nextBoolean(),
              random.nextBoolean(),
              true,
              null,
              layout(),
              residual(),
              PlanCost.ZERO);
    }

    private Access byPlace() {
      List<Expression> years =
          random.nextBoolean() ? List.of(literal(2020 + random.nextInt(3))) : List.of();
      List<End> lower =
          random.nextBoolean()
              ? List.of(new End(literal(years.isEmpty() ? 2021 : 6), random.nextBoolean()))
              : List.of();
      return new Query(
          ORDERS,
          BY_PLACE,
          List.of(List.of(literal("CH")), List.of(literal("Bern"), literal("Basel"))),
          new SortBounds(years, lower, List.of(), List.of()),
          random.nextBoolean(),
          random.nextBoolean(),
          false,
          null,
          layout(),
          residual(),
          PlanCost.ZERO);
    }

    private Access union() {
      RowLayout layout = layout();
      List<Access> branches = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        branches.add(
            new Query(
                ORDERS,
                null,
                List.of(customers()),
                range(number(), number()),
                true,
                false,
                false,
                null,
                layout,
                residual(),
                PlanCost.ZERO));
      }
      return new KeyedUnion(ORDERS, branches, layout, PlanCost.ZERO);
    }

    private SortBounds range(Expression first, Expression second) {
      return switch (random.nextInt(4)) {
        case 0 -> SortBounds.ALL;
        case 1 -> new SortBounds(List.of(first), List.of(), List.of(), List.of());
        case 2 ->
            new SortBounds(
                List.of(), List.of(new End(first, random.nextBoolean())), List.of(), List.of());
        default ->
            new SortBounds(
                List.of(),
                List.of(new End(first, random.nextBoolean())),
                List.of(new End(second, random.nextBoolean())),
                List.of());
      };
    }

    private @Nullable Expression residual() {
      return switch (random.nextInt(4)) {
        case 0 -> greater(attribute("amount"), literal(random.nextInt(20)));
        case 1 -> equal(attribute("remark"), literal("r" + random.nextInt(4)));
        default -> null;
      };
    }

    // The first two columns are the key, for joins.
    private RowLayout layout() {
      return new RowLayout(
          columns("customer", "number", "remark").attributes(), random.nextBoolean());
    }

    private List<Expression> customers() {
      return random.nextBoolean() ? List.of(customer()) : List.of(customer(), customer());
    }

    private Expression customer() {
      return literal("c" + random.nextInt(7));
    }

    private Expression number() {
      return literal(random.nextInt(50));
    }
  }
}
