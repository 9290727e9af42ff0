package io.partikey.planner.search.direct;

import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.never;
import static io.partikey.planner.search.Conditions.not;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static io.partikey.planner.search.Tables.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.search.key.AccessPaths;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DirectSearchTest {
  private static final TableSource SOURCE =
      source(table("Orders", key("pk:S", "sk:N")), "pk", "sk", "note");
  private static final List<Expression> FULL_KEY =
      List.of(equal(column(0), text("a")), equal(column(1), number(1)));

  private static Optional<PlanNode> find(Relation relation) {
    return new DirectSearch(new AccessPaths(context(Dialect.SQL))).find(relation);
  }

  @Test
  void getsByFullKey() {
    PlanNode root =
        find(new Projection(new Selection(SOURCE, FULL_KEY), List.of(not(column(2)))))
            .orElseThrow();
    assertThat(root).isInstanceOf(Project.class);
    assertThat(root.inputs().get(0)).isInstanceOf(KeyGet.class);
    assertThat(root.cost().readUnits()).isEqualTo(0.5);
  }

  @Test
  void theGetItselfPicksColumns() {
    PlanNode root =
        find(new Projection(new Selection(SOURCE, FULL_KEY), List.of(column(2), column(0))))
            .orElseThrow();
    assertThat(root).isInstanceOf(KeyGet.class);
    assertThat(((KeyGet) root).layout().attributes()).containsExactly("note", "pk");
  }

  @Test
  void readsNothingForAConditionThatNeverHolds() {
    Relation never = new Selection(SOURCE, List.of(never()));
    assertThat(find(never)).get().isInstanceOf(NoRows.class);
  }

  @Test
  void answersASelectWithoutFrom() {
    assertThat(find(new Projection(new Unit(), List.of(number(1))))).isPresent();
  }

  @Test
  void leavesQueriesOfCollections() {
    assertThat(find(new Selection(SOURCE, FULL_KEY.subList(0, 1)))).isEmpty();
  }

  @Test
  void leavesConditionsOnTheWholeItem() {
    Expression onItem = equal(column(3), number(1));
    Relation relation =
        new Selection(whole(SOURCE), List.of(FULL_KEY.get(0), FULL_KEY.get(1), onItem));
    assertThat(find(relation)).isEmpty();
  }
}
