package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.USERS;
import static io.partikey.planner.execute.TestData.attribute;
import static io.partikey.planner.execute.TestData.greater;
import static io.partikey.planner.execute.TestData.item;
import static io.partikey.planner.execute.TestData.literal;
import static io.partikey.planner.execute.TestData.literals;
import static io.partikey.planner.execute.TestData.missing;
import static io.partikey.planner.execute.TestData.parameter;
import static io.partikey.planner.execute.TestData.value;
import static io.partikey.planner.execute.TestData.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.ConditionFailedException;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.SortBounds;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.plan.WritePlan.DeleteItems;
import io.partikey.planner.plan.WritePlan.PutItems;
import io.partikey.planner.plan.WritePlan.PutRows;
import io.partikey.planner.plan.WritePlan.Target;
import io.partikey.planner.plan.WritePlan.UpdateItems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteExecutionTest {
  private final ModelBackend backend =
      new ModelBackend(USERS, ORDERS).with(USERS, item("id", "a", "age", 30));

  @Test
  void insertsAnItemOfParameters() {
    Expression item = new MapConstructor(Map.of("id", parameter(0), "age", parameter(1)));
    PutItems insert = new PutItems(USERS, IfExists.FAIL, List.of(item));
    StatementResult result =
        execute(insert, Dialect.SQL, new Parameters(Arrays.asList(value("n"), null)));
    assertThat(count(result)).isEqualTo(1);
    assertThat(user("n")).isEqualTo(item("id", "n"));
    assertThat(((StatementResult.Count) result).consumed().writeUnits()).isEqualTo(1);
  }

  @Test
  void refusesADuplicateInBothDialects() {
    for (Dialect dialect : Dialect.values()) {
      String there =
          "An item with the key id = 'a' is in table Users already."
              + " UPSERT INTO merges with it, REPLACE INTO replaces it.";
      assertDuplicate(put(IfExists.FAIL, item("id", "a")), dialect, there);
      assertDuplicate(put(IfExists.FAIL, item("id", "b"), item("id", "a")), dialect, there);
      assertDuplicate(
          put(IfExists.FAIL, item("id", "b"), item("id", "b")),
          dialect,
          "An item with the key id = 'b' is given twice."
              + " UPSERT INTO merges with it, REPLACE INTO replaces it.");
    }
    assertThat(backend.all(USERS)).containsExactly(item("id", "a", "age", 30));
  }

  private void assertDuplicate(WritePlan plan, Dialect dialect, String inSql) {
    assertThatThrownBy(() -> execute(plan, dialect))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DUPLICATE_ITEM))
        .hasMessage(dialect == Dialect.DYNAMODB ? "Duplicate primary key exists in table" : inSql);
  }

  @Test
  void insertsSeveralItemsAtOnce() {
    assertThat(count(execute(put(IfExists.FAIL, item("id", "b"), item("id", "c")), Dialect.SQL)))
        .isEqualTo(2);
    assertThat(backend.all(USERS)).hasSize(3);
  }

  @Test
  void upsertMergesAndReplaceReplaces() {
    assertThat(count(execute(put(IfExists.MERGE, item("id", "a", "x", 1)), Dialect.SQL)))
        .isEqualTo(1);
    assertThat(user("a")).isEqualTo(item("id", "a", "age", 30, "x", 1));
    execute(put(IfExists.REPLACE, item("id", "a", "y", 2)), Dialect.SQL);
    assertThat(user("a")).isEqualTo(item("id", "a", "y", 2));
  }

  @Test
  void refusesAnItemThatIsNoMap() {
    PutItems insert = new PutItems(USERS, IfExists.FAIL, List.of(literal("a")));
    assertThatThrownBy(() -> execute(insert, Dialect.SQL))
        .hasMessage("An item is a map of attributes, for example {'id': 'a'}, not 'a'.");
  }

  @Test
  void insertsTheRowsOfAQuery() {
    PlanNode one = new SingleRow(PlanCost.ZERO);
    PlanNode source =
        new UnionAll(
            List.of(
                new Project(one, List.of(literal("x"), missing()), PlanCost.ZERO),
                new Project(one, literals("y", 1), PlanCost.ZERO)),
            PlanCost.ZERO);
    PutRows named = new PutRows(USERS, IfExists.FAIL, source, List.of("id", "age"));
    assertThat(count(execute(named, Dialect.SQL))).isEqualTo(2);
    assertThat(user("x")).isEqualTo(item("id", "x"));
    assertThat(user("y")).isEqualTo(item("id", "y", "age", 1));
  }

  @Test
  void insertsWholeItemsOfAQuery() {
    orders(5);
    PutRows copied = new PutRows(ORDERS, IfExists.REPLACE, allOrders(whole()), null);
    assertThat(count(execute(copied, Dialect.SQL))).isEqualTo(5);
    assertThat(backend.openViews()).isZero();
  }

  @Test
  void updatesTheItemOfAKey() {
    assertThat(count(execute(birthday(literal("a"), null), Dialect.SQL))).isEqualTo(1);
    assertThat(user("a")).isEqualTo(item("id", "a", "age", 31));
  }

  @Test
  void saysInSqlThatNothingWasUpdated() {
    Expression tooOld = greater(attribute("age"), literal(99));
    assertThat(count(execute(birthday(literal("z"), null), Dialect.SQL))).isZero();
    assertThat(count(execute(birthday(missing(), null), Dialect.SQL))).isZero();
    assertThat(count(execute(birthday(literal("a"), tooOld), Dialect.SQL))).isZero();
    assertThat(count(execute(delete(literal("a"), tooOld), Dialect.SQL))).isZero();
    assertThat(count(execute(delete(literal("z"), tooOld), Dialect.SQL))).isZero();
    assertThat(user("a")).isEqualTo(item("id", "a", "age", 30));
  }

  @Test
  void failsTheConditionAsTheServiceDoes() {
    Expression tooOld = greater(attribute("age"), literal(99));
    for (WritePlan plan :
        List.of(
            birthday(literal("z"), null),
            birthday(literal("a"), tooOld),
            delete(literal("a"), tooOld))) {
      assertThatThrownBy(() -> execute(plan, Dialect.DYNAMODB))
          .isInstanceOf(ConditionFailedException.class)
          .hasMessage("The conditional request failed");
    }
    assertThat(count(execute(delete(literal("z"), tooOld), Dialect.DYNAMODB))).isZero();
  }

  @Test
  void findsNothingToWriteByAKeyOfAnotherTypeWhichTheServiceRefuses() {
    assertThat(count(execute(delete(literal(1), null), Dialect.SQL))).isZero();
    assertThatThrownBy(() -> execute(delete(literal(1), null), Dialect.DYNAMODB))
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key id");
  }

  @Test
  void returnsWhatTheWriteLeft() {
    UpdateItems update =
        new UpdateItems(
            USERS,
            new Target(literal("a"), null, null),
            null,
            addOne("age"),
            ReturnValues.MODIFIED_NEW);
    assertThat(rows(execute(update, Dialect.DYNAMODB))).containsExactly(item("age", 31));
    DeleteItems delete =
        new DeleteItems(USERS, new Target(literal("a"), null, null), null, ReturnValues.ALL_OLD);
    assertThat(rows(execute(delete, Dialect.DYNAMODB))).containsExactly(item("id", "a", "age", 31));
    assertThat(rows(execute(delete, Dialect.DYNAMODB))).isEmpty();
  }

  @Test
  void returnsNoRowWhereNothingOfTheItemIsLeftToShow() {
    UpdateItems update =
        new UpdateItems(
            USERS,
            new Target(literal("a"), null, null),
            null,
            List.of(new UpdateAction.Remove(DocumentPath.of("age"))),
            ReturnValues.MODIFIED_NEW);
    assertThat(rows(execute(update, Dialect.DYNAMODB))).isEmpty();
  }

  @Test
  void updatesEveryItemThatAQueryFinds() {
    orders(3000);
    UpdateItems update = increase(greater(attribute("amount"), literal(1000)));
    StatementResult result = execute(update, Dialect.SQL);
    assertThat(count(result)).isEqualTo(2000);
    assertThat(order(1000)).isEqualTo(1000);
    assertThat(order(1001)).isEqualTo(1002);
    assertThat(((StatementResult.Count) result).consumed().readUnits()).isPositive();
    assertThat(backend.openViews()).isZero();
  }

  @Test
  void deletesNothingWhereNothingIsFound() {
    DeleteItems delete =
        new DeleteItems(
            ORDERS, new Target(null, null, allOrders(whole())), null, ReturnValues.NONE);
    assertThat(count(execute(delete, Dialect.SQL))).isZero();
    orders(7);
    assertThat(count(execute(delete, Dialect.SQL))).isEqualTo(7);
    assertThat(backend.all(ORDERS)).isEmpty();
  }

  @Test
  void looksAgainWhenAnotherConnectionWasFaster() {
    orders(10);
    backend.beforeNextWrite(
        () -> backend.with(ORDERS, item("customer", "a", "number", 8, "amount", 0)));
    assertThat(count(execute(increase(greater(attribute("amount"), literal(5))), Dialect.SQL)))
        .isEqualTo(4);
    assertThat(order(8)).isZero();
    assertThat(order(9)).isEqualTo(10);
    assertThat(backend.viewsOpened()).isEqualTo(2);
  }

  @Test
  void givesUpWhenOtherConnectionsKeepBeingFaster() {
    orders(10);
    keepInterfering();
    UpdateItems update = increase(greater(attribute("amount"), literal(-1)));
    assertThatThrownBy(() -> execute(update, Dialect.SQL))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT));
    assertThat(backend.openViews()).isZero();
  }

  private void keepInterfering() {
    backend.beforeNextWrite(
        () -> {
          int negative = (int) backend.all(ORDERS).stream().filter(this::isNegative).count();
          backend.with(ORDERS, item("customer", "a", "number", negative + 1, "amount", -1));
          keepInterfering();
        });
  }

  private boolean isNegative(Item order) {
    return order.get("amount") instanceof NumberValue amount && amount.value().signum() < 0;
  }

  private UpdateItems increase(Expression condition) {
    PlanNode source =
        new Query(
            ORDERS,
            null,
            List.of(List.of(literal("a"))),
            SortBounds.ALL,
            true,
            false,
            false,
            null,
            whole(),
            condition,
            PlanCost.ZERO);
    return new UpdateItems(
        ORDERS, new Target(null, null, source), condition, addOne("amount"), ReturnValues.NONE);
  }

  private static List<UpdateAction> addOne(String attribute) {
    return List.of(
        new UpdateAction.Set(
            DocumentPath.of(attribute),
            new Arithmetic(Arithmetic.Operator.ADD, attribute(attribute), literal(1), true)));
  }

  private static UpdateItems birthday(Expression id, @Nullable Expression condition) {
    return new UpdateItems(
        USERS, new Target(id, null, null), condition, addOne("age"), ReturnValues.NONE);
  }

  private static DeleteItems delete(Expression id, @Nullable Expression condition) {
    return new DeleteItems(USERS, new Target(id, null, null), condition, ReturnValues.NONE);
  }

  private static PutItems put(IfExists ifExists, Item... items) {
    List<Expression> maps = new ArrayList<>();
    for (Item item : items) {
      maps.add(new Literal(item.asMap()));
    }
    return new PutItems(USERS, ifExists, maps);
  }

  private static PlanNode allOrders(RowLayout layout) {
    return new Query(
        ORDERS,
        null,
        List.of(List.of(literal("a"))),
        SortBounds.ALL,
        true,
        false,
        false,
        null,
        layout,
        null,
        PlanCost.ZERO);
  }

  /** Orders of one customer, numbered from 1, each with its number as its amount. */
  private void orders(int count) {
    backend.pagesOf(1000);
    for (int number = 1; number <= count; number++) {
      backend.with(ORDERS, item("customer", "a", "number", number, "amount", number));
    }
  }

  private int order(int number) {
    @Nullable Item order = backend.get(ORDERS, value("a"), value(number));
    if (order != null && order.get("amount") instanceof NumberValue amount) {
      return amount.value().intValueExact();
    }
    throw new AssertionError("no order " + number);
  }

  private @Nullable Item user(String id) {
    return backend.get(USERS, value(id), null);
  }

  private StatementResult execute(WritePlan plan, Dialect dialect) {
    return execute(plan, dialect, Parameters.NONE);
  }

  private StatementResult execute(WritePlan plan, Dialect dialect, Parameters parameters) {
    ResultColumn id =
        new ResultColumn(
            "id", Optional.of("id"), Optional.of("Users"), Set.of(AttributeType.S), true);
    ResultLayout star =
        ResultLayout.of(List.of(new OutputColumn.Star(plan.table(), null)), ignored -> List.of(id));
    return WriteExecution.execute(
        plan, () -> star, dialect, ExecutionRequest.of(backend, parameters));
  }

  private static long count(StatementResult result) {
    return ((StatementResult.Count) result).count();
  }

  private static List<Item> rows(StatementResult result) {
    List<Item> rows = new ArrayList<>();
    try (RowCursor cursor = ((StatementResult.Rows) result).rows()) {
      for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        rows.add(row.get().item());
      }
    }
    return rows;
  }
}
