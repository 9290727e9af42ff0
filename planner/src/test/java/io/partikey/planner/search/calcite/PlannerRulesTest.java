package io.partikey.planner.search.calcite;

import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.in;
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
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.search.context.SearchContext;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When each rule fires, and when it must not. */
final class PlannerRulesTest {
  private static final TableSource SOURCE =
      source(
          table("Orders", key("pk:S", "sk:N"), global("byStatus", key("status:S", "date:N"))),
          "pk",
          "sk",
          "note",
          "status",
          "date");
  private static final Relation COLLECTION = where(equal(column(0), text("a")));

  private static Relation where(Expression... conjuncts) {
    return new Selection(SOURCE, List.of(conjuncts));
  }

  private static Relation ordered(Relation input, int column) {
    return new Ordering(input, List.of(new SortKey(column(column), true, true)));
  }

  private static Relation limited(Relation input) {
    return new Slice(input, number(5), null);
  }

  private static AggregateCall count(@Nullable Expression argument) {
    return new AggregateCall(AggregateFunction.COUNT, argument, false, null);
  }

  private static List<String> firings(Relation relation) {
    return RuleFirings.of(relation, context(Dialect.SQL));
  }

  private static int firings(Relation relation, String rule) {
    return Collections.frequency(firings(relation), rule);
  }

  @Test
  void choosesAmongAllKeyedPathsAndNeverAScanBesideThem() {
    assertThat(firings(COLLECTION)).containsExactly("ChooseAccess");
    Relation both =
        where(
            equal(column(0), text("a")),
            equal(column(3), text("x")),
            greater(column(4), number(1)));
    assertThat(firings(both, "ChooseAccess")).isEqualTo(2);
  }

  @Test
  void takesAnExtremeOfASortKeyFromItsEnd() {
    assertThat(firings(extreme(COLLECTION, AggregateFunction.MAX, 1)))
        .contains("ExtremeFromOrder", "PushLimitIntoAccess");
    assertThat(firings(extreme(COLLECTION, AggregateFunction.MIN, 1))).contains("ExtremeFromOrder");
  }

  @Test
  void takesNoExtremeFromAnEndWhereNoKeyOrders() {
    assertThat(firings(extreme(COLLECTION, AggregateFunction.MAX, 2)))
        .doesNotContain("ExtremeFromOrder");
    assertThat(firings(extreme(COLLECTION, AggregateFunction.SUM, 1)))
        .doesNotContain("ExtremeFromOrder");
    assertThat(firings(extreme(SOURCE, AggregateFunction.MAX, 1)))
        .doesNotContain("ExtremeFromOrder");
    AggregateCall filtered =
        new AggregateCall(AggregateFunction.MAX, column(1), false, greater(column(4), number(1)));
    assertThat(firings(new Aggregation(COLLECTION, List.of(), List.of(filtered))))
        .doesNotContain("ExtremeFromOrder");
  }

  private static Relation extreme(Relation input, AggregateFunction function, int column) {
    return new Aggregation(
        input, List.of(), List.of(new AggregateCall(function, column(column), false, null)));
  }

  @Test
  void pushesALimitIntoAQuery() {
    assertThat(firings(limited(COLLECTION))).contains("PushLimitIntoAccess");
    assertThat(firings(limited(ordered(COLLECTION, 1)))).contains("PushLimitIntoAccess");
  }

  @Test
  void pushesNoLimitWhereTheOrderIsNotDelivered() {
    assertThat(firings(limited(ordered(COLLECTION, 2)))).doesNotContain("PushLimitIntoAccess");
  }

  @Test
  void pushesNoLimitIntoGets() {
    Relation gets = where(equal(column(0), text("a")), in(column(1), number(1), number(2)));
    assertThat(firings(limited(gets))).doesNotContain("PushLimitIntoAccess");
  }

  @Test
  void pushesNoLimitPastAFilter() {
    Relation onItem =
        new Selection(whole(SOURCE), List.of(equal(column(0), text("a")), exists(column(5))));
    assertThat(firings(limited(onItem))).doesNotContain("PushLimitIntoAccess");
  }

  @Test
  void pushesNoOffsetWithoutALimit() {
    assertThat(firings(new Slice(COLLECTION, null, number(3))))
        .doesNotContain("PushLimitIntoAccess")
        .contains("ImplementLimit");
  }

  @Test
  void replacesASortByAnOrderUnlessItIsLimited() {
    assertThat(firings(ordered(COLLECTION, 1)))
        .contains("ReplaceSortByOrder")
        .doesNotContain("ImplementLimit");
    assertThat(firings(limited(ordered(COLLECTION, 1))))
        .contains("ImplementLimit")
        .doesNotContain("ReplaceSortByOrder");
  }

  @Test
  void filtersOnlyWhatNoAccessTests() {
    assertThat(firings(where(equal(column(0), text("a")), exists(column(2)))))
        .doesNotContain("ImplementFilter");
    assertThat(firings(new Selection(limited(COLLECTION), List.of(exists(column(2))))))
        .contains("ImplementFilter");
  }

  @Test
  void projects() {
    assertThat(firings(new Projection(COLLECTION, List.of(exists(column(2))))))
        .contains("ImplementProject");
    assertThat(firings(COLLECTION)).doesNotContain("ImplementProject");
  }

  @Test
  void dropsRepetitionsOnlyForDistinct() {
    assertThat(firings(new Deduplication(COLLECTION))).contains("ImplementDistinct");
    assertThat(firings(new Aggregation(COLLECTION, List.of(column(0)), List.of())))
        .contains("ImplementGrouping")
        .doesNotContain("ImplementDistinct");
  }

  @Test
  void countsFromStatistics() {
    assertThat(firings(new Aggregation(SOURCE, List.of(), List.of(count(null)))))
        .contains("CountFromStatistics");
    assertThat(firings(new Aggregation(SOURCE, List.of(), List.of(count(column(1))))))
        .contains("CountFromStatistics");
  }

  @Test
  void countsNothingElseFromStatistics() {
    SearchContext sql = context(Dialect.SQL);
    SearchContext estimates = new SearchContext(sql.settings(), sql.statistics(), false);
    Relation all = new Aggregation(SOURCE, List.of(), List.of(count(null)));
    assertThat(RuleFirings.of(all, estimates)).doesNotContain("CountFromStatistics");
    AggregateCall distinct = new AggregateCall(AggregateFunction.COUNT, column(0), true, null);
    AggregateCall filtered =
        new AggregateCall(AggregateFunction.COUNT, null, false, exists(column(2)));
    AggregateCall sum = new AggregateCall(AggregateFunction.SUM, column(1), false, null);
    for (AggregateCall call : List.of(count(column(2)), distinct, filtered, sum)) {
      assertThat(firings(new Aggregation(SOURCE, List.of(), List.of(call))))
          .doesNotContain("CountFromStatistics");
    }
    assertThat(firings(new Aggregation(SOURCE, List.of(column(0)), List.of(count(null)))))
        .doesNotContain("CountFromStatistics");
    assertThat(firings(new Aggregation(COLLECTION, List.of(), List.of(count(null)))))
        .doesNotContain("CountFromStatistics");
  }

  @Test
  void readsUnions() {
    Relation union = new Union(List.of(COLLECTION, limited(COLLECTION)));
    assertThat(firings(union, "ImplementUnion")).isEqualTo(1);
    assertThat(firings(COLLECTION)).doesNotContain("ImplementUnion");
  }

  @Test
  void unnests() {
    assertThat(firings(new Unnesting(COLLECTION, column(2), false, false)))
        .contains("ImplementUnnest");
    assertThat(firings(COLLECTION)).doesNotContain("ImplementUnnest");
  }

  @Test
  void looksUpByEachPath() {
    Expression byKey = equal(column(2), column(5));
    Expression byIndex = equal(column(2), column(8));
    Expression date = greater(column(9), number(0));
    assertThat(
            firings(
                new Join(Join.Kind.INNER, COLLECTION, SOURCE, List.of(byKey, byIndex, date)),
                "ChooseLookup"))
        .isEqualTo(2);
    assertThat(firings(new SemiJoin(COLLECTION, SOURCE, List.of(byKey), true), "ChooseLookup"))
        .isEqualTo(1);
    assertThat(firings(COLLECTION)).doesNotContain("ChooseLookup");
  }
}
