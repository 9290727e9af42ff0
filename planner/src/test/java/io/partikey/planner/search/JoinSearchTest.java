package io.partikey.planner.search;

import static io.partikey.planner.search.Conditions.and;
import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.never;
import static io.partikey.planner.search.Conditions.not;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.parameter;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.SemiLookup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JoinSearchTest {
  // u.id u.mail | o.user o.day o.song | m.song m.title
  private static final TableSource USERS =
      source(table("Users", key("id:S"), global("byMail", key("mail:S"))), "id", "mail");
  private static final TableSource ORDERS =
      source(table("Orders", key("user:S", "day:N")), "user", "day", "song");
  private static final TableSource MUSIC = source(table("Music", key("song:S")), "song", "title");

  private static PlanNode plan(Relation relation) {
    BoundQuery query = new BoundQuery(relation, List.of(), 1);
    return new PlanSearch().plan(query, context(Dialect.SQL)).root();
  }

  private static Join inner(Relation left, Relation right, Expression... conjuncts) {
    return new Join(Join.Kind.INNER, left, right, List.of(conjuncts));
  }

  private static Join left(Relation left, Relation right, Expression... conjuncts) {
    return new Join(Join.Kind.LEFT, left, right, List.of(conjuncts));
  }

  private static Selection where(Relation input, Expression... conjuncts) {
    return new Selection(input, List.of(conjuncts));
  }

  private static String tables(PlanNode node) {
    if (node instanceof Access access) {
      return access.table().name();
    }
    List<String> names = new ArrayList<>();
    node.inputs().forEach(input -> names.add(tables(input)));
    return String.join(" ", names);
  }

  @Test
  void looksUpInTheOrderThatKeysAllow() {
    // Written m, o, u; only u is keyed by a constant.
    Relation joined =
        inner(
            inner(MUSIC, ORDERS, equal(column(0), column(4))), USERS, equal(column(2), column(5)));
    PlanNode plan = plan(where(joined, equal(column(6), text("m"))));
    assertThat(tables(plan)).isEqualTo("Users Orders Music");
    Project asWritten = (Project) plan;
    assertThat(asWritten.expressions())
        .containsExactly(
            column(5), column(6), column(2), column(3), column(4), column(0), column(1));
    LookupJoin music = (LookupJoin) asWritten.input();
    assertThat(music.inner()).isInstanceOf(KeyGet.class);
    assertThat(((KeyGet) music.inner()).partition()).isEqualTo(column(4));
    LookupJoin orders = (LookupJoin) music.outer();
    assertThat(((Query) orders.inner()).partitions()).containsExactly(List.of(column(0)));
  }

  @Test
  void aFurtherConditionIsTestedWhereBothSidesAreThere() {
    Relation joined = inner(USERS, ORDERS, equal(column(0), column(2)));
    PlanNode plan = plan(where(joined, equal(column(0), text("u")), greater(column(4), column(1))));
    LookupJoin join = (LookupJoin) plan;
    assertThat(join.inner().residual())
        .isEqualTo(greater(new AttributeReference("song"), column(1)));
  }

  @Test
  void joinsTwoSidesKeyedByConstants() {
    Relation joined = inner(USERS, MUSIC);
    PlanNode plan =
        plan(where(joined, equal(column(0), text("u")), equal(column(2), parameter(0))));
    assertThat(tables(plan)).isEqualTo("Users Music");
  }

  @Test
  void keepsRowsWithoutAPair() {
    Relation joined =
        left(where(USERS, equal(column(0), text("u"))), ORDERS, equal(column(0), column(2)));
    LookupJoin join = (LookupJoin) plan(joined);
    assertThat(join.keepOuter()).isTrue();
  }

  @Test
  void testsAConditionOnTheOptionalSideAfterTheJoin() {
    Relation joined = left(USERS, ORDERS, equal(column(0), column(2)));
    PlanNode plan = plan(where(joined, equal(column(0), text("u")), not(exists(column(4)))));
    assertThat(plan).isInstanceOf(Filter.class);
    assertThat(((LookupJoin) plan.inputs().get(0)).inner().residual()).isNull();
  }

  @Test
  void aConditionThatFailsWithoutAPairMakesTheJoinInner() {
    Relation joined = left(USERS, ORDERS, equal(column(0), column(2)));
    PlanNode plan = plan(where(joined, equal(column(2), text("u")), equal(column(3), number(1))));
    assertThat(tables(plan)).isEqualTo("Orders Users");
  }

  @Test
  void neverPairsUnderAConditionThatNeverHolds() {
    Relation joined = left(where(USERS, equal(column(0), text("u"))), ORDERS, never());
    LookupJoin join = (LookupJoin) plan(joined);
    assertThat(join.inner().inputs()).isEmpty();
    assertThat(join.cost().unforcedScans()).isZero();
  }

  @Test
  void keepsTheOrderOfTheOuterSide() {
    Relation joined = inner(ORDERS, MUSIC, equal(column(2), column(3)));
    Relation ordered =
        new Ordering(
            where(joined, equal(column(0), text("u"))),
            List.of(new SortKey(column(1), true, false)));
    LookupJoin join = (LookupJoin) plan(ordered);
    assertThat(((Query) join.outer()).ascending()).isFalse();
  }

  @Test
  void refusesAJoinThatNoKeyBounds() {
    Relation joined = inner(USERS, ORDERS, equal(column(1), column(4)));
    assertThatThrownBy(() -> plan(where(joined, equal(column(0), text("u")))))
        .isInstanceOfSatisfying(
            EngineException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_KEYED));
  }

  @Test
  void aSubqueryIsLookedUpForEachRow() {
    Relation songs = new Projection(MUSIC, List.of(column(0)));
    Relation semi =
        new SemiJoin(
            where(ORDERS, equal(column(0), text("u"))),
            songs,
            List.of(equal(column(2), column(3))),
            false);
    SemiLookup plan = (SemiLookup) plan(semi);
    assertThat(plan.inner()).isInstanceOf(KeyGet.class);
    assertThat(plan.negated()).isFalse();
  }

  @Test
  void aSubqueryLeadsWhereOnlyItIsKeyed() {
    Relation songs = new Projection(where(ORDERS, equal(column(0), text("u"))), List.of(column(2)));
    Relation semi = new SemiJoin(MUSIC, songs, List.of(equal(column(0), column(2))), false);
    PlanNode plan = plan(semi);
    assertThat(tables(plan)).isEqualTo("Orders Music");
    assertThat(plan).isInstanceOf(Project.class);
    LookupJoin join = (LookupJoin) plan.inputs().get(0);
    assertThat(join.outer()).isInstanceOf(Distinct.class);
  }

  @Test
  void anAntiJoinIsNeverLedByItsSubquery() {
    Relation songs = new Projection(where(ORDERS, equal(column(0), text("u"))), List.of(column(2)));
    Relation anti = new SemiJoin(MUSIC, songs, List.of(equal(column(0), column(2))), true);
    assertThatThrownBy(() -> plan(anti))
        .isInstanceOfSatisfying(
            EngineException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_KEYED));
  }

  @Test
  void aGroupedRelationLeadsAJoin() {
    Relation grouped =
        new Aggregation(where(ORDERS, equal(column(0), text("u"))), List.of(column(2)), List.of());
    PlanNode plan = plan(inner(MUSIC, grouped, equal(column(0), column(2))));
    assertThat(tables(plan)).isEqualTo("Orders Music");
  }

  @Test
  void ordersSixTables() {
    List<TableSource> chain = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      chain.add(source(table("T" + i, key("id:S")), "id", "next"));
    }
    // Each names the key of the one before it, and the last is keyed by a constant.
    Relation joined = chain.get(0);
    for (int i = 1; i < 6; i++) {
      joined = inner(joined, chain.get(i), equal(column(2 * i + 1), column(2 * i - 2)));
    }
    PlanNode plan = plan(where(joined, equal(column(10), text("x"))));
    assertThat(tables(plan)).isEqualTo("T5 T4 T3 T2 T1 T0");
    assertThat(plan.cost().readUnits()).isEqualTo(3);
  }

  @Test
  void takesConditionsApartInsideAnd() {
    Relation joined = inner(USERS, ORDERS);
    PlanNode plan =
        plan(where(joined, and(equal(column(0), column(2)), equal(column(0), text("u")))));
    assertThat(tables(plan)).isEqualTo("Users Orders");
  }
}
