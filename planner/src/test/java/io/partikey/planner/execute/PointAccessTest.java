package io.partikey.planner.execute;

import static io.partikey.planner.execute.TestData.NOTES;
import static io.partikey.planner.execute.TestData.ORDERS;
import static io.partikey.planner.execute.TestData.USERS;
import static io.partikey.planner.execute.TestData.attribute;
import static io.partikey.planner.execute.TestData.columns;
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

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointAccessTest {
  private final ModelBackend backend =
      new ModelBackend(USERS, ORDERS, NOTES)
          .with(USERS, item("id", "a", "age", 30), item("id", "b", "age", 10))
          .with(
              ORDERS,
              item("customer", "a", "number", 1, "amount", 5),
              item("customer", "a", "number", 2, "amount", 7),
              item("customer", "b", "number", 1));

  @Test
  void getsTheItemOfAKey() {
    assertThat(Runs.run(backend, user(literal("a"), null))).containsExactly(row("a", 30));
  }

  @Test
  void getsTheItemOfACompositeKeyAsAWhole() {
    KeyGet get = new KeyGet(ORDERS, literal("a"), literal(2), whole(), null, PlanCost.ZERO);
    assertThat(Runs.run(backend, get))
        .containsExactly(row(item("customer", "a", "number", 2, "amount", 7).asMap()));
  }

  @Test
  void givesNoRowForAKeyThatIsNotThereOrMissing() {
    assertThat(Runs.run(backend, user(literal("z"), null))).isEmpty();
    assertThat(Runs.run(backend, user(missing(), null))).isEmpty();
    assertThat(backend.requests()).isEqualTo(1);
  }

  @Test
  void testsTheResidualOnAttributesThatNoColumnShows() {
    KeyGet get =
        new KeyGet(
            USERS,
            literal("a"),
            null,
            columns("id"),
            greater(attribute("age"), literal(20)),
            PlanCost.ZERO);
    assertThat(Runs.run(backend, get)).containsExactly(row("a"));
    assertThat(Runs.run(backend, user(literal("b"), greater(attribute("age"), literal(20)))))
        .isEmpty();
  }

  @Test
  void refusesAKeyThatNoItemHasAsTheServiceDoes() {
    assertThatThrownBy(() -> inServiceDialect(user(literal(1), null)))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_INVALID))
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key id");
    assertThatThrownBy(() -> inServiceDialect(user(literal(true), null)))
        .hasMessage("Key value must be of type S, N, or B. Key name: id, Key type: BOOL");
    assertThatThrownBy(() -> inServiceDialect(user(literal(""), null)))
        .hasMessageContaining("cannot contain an empty string value. Key: id");
  }

  @Test
  void findsNothingByAKeyThatNoItemHas() {
    KeyGet get =
        new KeyGet(ORDERS, literal("a"), parameter(0), columns("amount"), null, PlanCost.ZERO);
    for (AttributeValue none : List.of(value("2"), value(true), value("x".repeat(3000)))) {
      assertThat(Runs.run(backend, get, Parameters.of(none), Dialect.SQL)).isEmpty();
    }
    MultiGet gets =
        new MultiGet(
            USERS,
            literals("", "a", 1, "x".repeat(3000)),
            List.of(),
            columns("id"),
            null,
            PlanCost.ZERO);
    assertThat(Runs.run(backend, gets)).containsExactly(row("a"));
    assertThat(backend.requests()).isEqualTo(1);
    assertThatThrownBy(() -> Runs.run(backend, get, Parameters.of(value("2")), Dialect.DYNAMODB))
        .hasMessageContaining("Key number");
  }

  private List<PlanRow> inServiceDialect(PlanNode plan) {
    return Runs.run(backend, plan, Parameters.NONE, Dialect.DYNAMODB);
  }

  @Test
  void getsEveryPairOfKeyValuesInOrderAndEqualOnesOnce() {
    MultiGet get =
        new MultiGet(
            ORDERS,
            literals("b", "a", "b"),
            literals(2, 1, 1.0, 3),
            columns("customer", "number"),
            null,
            PlanCost.ZERO);
    assertThat(Runs.run(backend, get)).containsExactly(row("b", 1), row("a", 2), row("a", 1));
    assertThat(backend.requests()).isEqualTo(1);
  }

  @Test
  void getsManyKeysInBatches() {
    ModelBackend many = new ModelBackend(USERS);
    List<Expression> keys = new ArrayList<>();
    List<PlanRow> expected = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      keys.add(literal("u" + i));
      if (i % 3 == 0) {
        many.with(USERS, item("id", "u" + i));
        expected.add(row("u" + i));
      }
    }
    MultiGet get = new MultiGet(USERS, keys, List.of(), columns("id"), null, PlanCost.ZERO);
    assertThat(Runs.run(many, get)).isEqualTo(expected);
    assertThat(many.requests()).isEqualTo(3);
  }

  @Test
  void testsTheResidualOfSeveralItems() {
    MultiGet get =
        new MultiGet(
            ORDERS,
            literals("a", "b"),
            literals(1, 2),
            columns("number"),
            greater(attribute("amount"), literal(5)),
            PlanCost.ZERO);
    assertThat(Runs.run(backend, get)).containsExactly(row(2));
  }

  @Test
  void seesWhatOneMomentHeld() {
    Item late = item("id", "c");
    ExecutionContext context = Runs.context(backend);
    MultiGet get =
        new MultiGet(USERS, literals("a", "c"), List.of(), columns("id"), null, PlanCost.ZERO);
    try (context) {
      assertThat(Runs.all(context, get)).containsExactly(row("a"));
      backend.with(USERS, late);
      assertThat(Runs.all(context, get)).containsExactly(row("a"));
    }
    assertThat(backend.openViews()).isZero();
    assertThat(Runs.run(backend, get)).containsExactly(row("a"), row("c"));
  }

  private static KeyGet user(Expression id, @Nullable Expression residual) {
    return new KeyGet(USERS, id, null, columns("id", "age"), residual, PlanCost.ZERO);
  }
}
