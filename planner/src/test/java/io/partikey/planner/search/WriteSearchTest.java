package io.partikey.planner.search;

import static io.partikey.planner.search.Conditions.attribute;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.position;
import static io.partikey.planner.search.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.WritePlan.DeleteItems;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WriteSearchTest {
  private static final TableDescription ORDERS = table("Orders", key("pk:S", "sk:N"));
  private static final Expression PK = equal(attribute("pk"), text("a"));
  private static final Expression SK = equal(number(1), attribute("sk"));
  private static final Expression NOTE = exists(attribute("note"));

  private static DeleteItems delete(Expression... conjuncts) {
    BoundWrite write =
        new BoundWrite.Delete(
            ORDERS, List.of(conjuncts), ReturnValues.NONE, false, position(), List.of());
    return (DeleteItems) new WriteSearch(context(Dialect.SQL)).plan(write);
  }

  @Test
  void aFullKeyNamesTheItemAndTheRestIsItsCondition() {
    DeleteItems plan = delete(NOTE, SK, PK);
    assertThat(plan.target().partition()).isEqualTo(text("a"));
    assertThat(plan.target().sort()).isEqualTo(number(1));
    assertThat(plan.target().source()).isNull();
    assertThat(plan.condition()).isEqualTo(NOTE);
  }

  @Test
  void aFullKeyAloneHasNoCondition() {
    assertThat(delete(PK, SK).condition()).isNull();
  }

  @Test
  void aConditionThatNeverHoldsChangesNothing() {
    DeleteItems plan = delete(PK, equal(attribute("pk"), text("b")));
    assertThat(plan.target().source()).isInstanceOf(NoRows.class);
  }
}
