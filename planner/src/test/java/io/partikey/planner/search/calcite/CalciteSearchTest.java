package io.partikey.planner.search.calcite;

import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.never;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static io.partikey.planner.search.Tables.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalciteSearchTest {
  private static final TableSource SOURCE =
      source(
          table("Orders", key("pk:S", "sk:N"), global("byStatus", key("status:S", "date:N"))),
          "pk",
          "sk",
          "note",
          "status",
          "date");
  private static final Relation ONE_COLLECTION =
      new Selection(SOURCE, List.of(equal(column(0), text("a"))));

  private static PlanNode find(Relation relation) {
    SearchContext context = context(Dialect.SQL);
    return new CalciteSearch(context, new AccessPaths(context)).find(relation).plan();
  }

  private static Ordering ordered(Relation input, Expression key, boolean descending) {
    return new Ordering(input, List.of(new SortKey(key, descending, false)));
  }

  @Test
  void readsTheSortKeyBackwardsInsteadOfSorting() {
    PlanNode plan = find(ordered(ONE_COLLECTION, column(1), true));
    assertThat(plan).isInstanceOf(Query.class);
    assertThat(((Query) plan).ascending()).isFalse();
  }

  @Test
  void keepsTheOrderUnderAProjection() {
    PlanNode plan =
        find(new Projection(ordered(ONE_COLLECTION, column(1), true), List.of(column(2))));
    assertThat(((Query) plan).ascending()).isFalse();
    assertThat(((Query) plan).layout().attributes()).containsExactly("note");
  }

  @Test
  void dropsWhatIsFixedFromAnOrder() {
    Relation byBoth =
        new Ordering(
            ONE_COLLECTION,
            List.of(new SortKey(column(0), true, true), new SortKey(column(1), false, true)));
    assertThat(find(byBoth)).isInstanceOf(Query.class);
  }

  @Test
  void stopsReadingAtALimit() {
    Query plan = (Query) find(new Slice(ordered(ONE_COLLECTION, column(1), true), number(5), null));
    assertThat(plan.limit()).isEqualTo(number(5));
    assertThat(plan.cost().readUnits()).isEqualTo(0.5);
  }

  @Test
  void readsWhatAnOffsetLeavesOut() {
    Limit plan = (Limit) find(new Slice(ONE_COLLECTION, number(5), number(3)));
    assertThat(((Query) plan.input()).limit()).isEqualTo(number(8));
  }

  @Test
  void sortsWhatNoKeyOrdersAndKeepsTheFirst() {
    Sort plan = (Sort) find(new Slice(ordered(ONE_COLLECTION, column(2), false), number(5), null));
    assertThat(plan.limit()).isEqualTo(number(5));
    assertThat(((Query) plan.input()).limit()).isNull();
  }

  @Test
  void sortsByWhatIsComputed() {
    PlanNode plan = find(ordered(ONE_COLLECTION, exists(column(2)), false));
    assertThat(plan).isInstanceOf(Project.class);
    Sort sort = (Sort) plan.inputs().get(0);
    assertThat(sort.keys()).containsExactly(new SortKey(column(5), false, false));
  }

  @Test
  void choosesAnIndexForItsOrder() {
    Relation byStatus =
        new Selection(
            SOURCE,
            List.of(
                equal(column(0), text("a")),
                equal(column(3), text("x")),
                greater(column(4), number(0))));
    Query plan = (Query) find(new Slice(ordered(byStatus, column(4), false), number(1), null));
    assertThat(plan.index()).isNotNull();
    assertThat(plan.limit()).isEqualTo(number(1));
  }

  @Test
  void aConditionOnTheWholeItemIsTestedAboveAndStopsTheLimit() {
    Relation onItem =
        new Selection(whole(SOURCE), List.of(equal(column(0), text("a")), exists(column(5))));
    PlanNode plan = find(new Slice(onItem, number(1), null));
    assertThat(plan).isInstanceOf(Limit.class);
    assertThat(plan.inputs().get(0)).isInstanceOf(Filter.class);
    assertThat(((Query) plan.inputs().get(0).inputs().get(0)).limit()).isNull();
  }

  @Test
  void countsATableFromItsStatistics() {
    AggregateCall count = new AggregateCall(AggregateFunction.COUNT, null, false, null);
    PlanNode plan = find(new Aggregation(SOURCE, List.of(), List.of(count)));
    assertThat(plan).isInstanceOf(TableCount.class);
  }

  @Test
  void countsACollectionByReadingIt() {
    AggregateCall count = new AggregateCall(AggregateFunction.COUNT, null, false, null);
    PlanNode plan = find(new Aggregation(ONE_COLLECTION, List.of(column(2)), List.of(count)));
    assertThat(plan).isInstanceOf(Aggregate.class);
    assertThat(plan.inputs().get(0)).isInstanceOf(Query.class);
  }

  @Test
  void keepsTheOrderOfDistinctRows() {
    Relation distinct = new Deduplication(ONE_COLLECTION);
    PlanNode plan = find(ordered(distinct, column(1), true));
    assertThat(plan).isInstanceOf(Distinct.class);
    assertThat(((Query) plan.inputs().get(0)).ascending()).isFalse();
  }

  @Test
  void readsUnionsBranchByBranchWithoutEmptyOnes() {
    Relation never = new Selection(SOURCE, List.of(never()));
    PlanNode plan = find(new Union(List.of(ONE_COLLECTION, never, ONE_COLLECTION)));
    assertThat(plan).isInstanceOf(UnionAll.class);
    assertThat(plan.inputs()).hasSize(2);
  }

  @Test
  void unnestsInTheOrderOfItsInput() {
    Relation unnest = new Unnesting(ONE_COLLECTION, column(2), false, false);
    PlanNode plan = find(ordered(unnest, column(1), true));
    assertThat(plan).isInstanceOf(Unnest.class);
    assertThat(((Query) plan.inputs().get(0)).ascending()).isFalse();
  }

  @Test
  void reportsScansThatNothingAllows() {
    SearchContext context = context(Dialect.SQL);
    CalciteSearch.Found found =
        new CalciteSearch(context, new AccessPaths(context))
            .find(new Selection(SOURCE, List.of(exists(column(2)))));
    assertThat(found.plan()).isInstanceOf(Scan.class);
    assertThat(found.plan().cost().unforcedScans()).isEqualTo(1);
    assertThat(found.unkeyed())
        .extracting(read -> read.conditions().source())
        .containsExactly(SOURCE);
  }
}
