package io.partikey.planner.search.advice;

import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.search.PlanSearch;
import io.partikey.planner.search.context.SearchContext;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdviceTest {
  private static final TableDescription ORDERS =
      table("Orders", key("user:S", "day:N"), global("byStatus", key("status:S", "date:N")));
  private static final TableSource SOURCE =
      source(ORDERS, "user", "day", "status", "date", "city", "price");

  private static String refusal(Relation relation) {
    return refusal(relation, context(Dialect.SQL));
  }

  private static String refusal(Relation relation, SearchContext context) {
    EngineException refused =
        catchThrowableOfType(EngineException.class, () -> plan(relation, context));
    assertThat(refused.code()).isEqualTo(ErrorCode.NOT_KEYED);
    assertThat(refused.position()).contains(SOURCE.position());
    return refused.getMessage();
  }

  private static QueryPlan plan(Relation relation, SearchContext context) {
    return new PlanSearch().plan(new BoundQuery(relation, List.of(), 2), context);
  }

  private static Relation where(Expression... conjuncts) {
    return new Selection(SOURCE, List.of(conjuncts));
  }

  @Test
  void saysWhatItWouldReadWhatIsMissingAndHowToForceIt() {
    assertThat(refusal(where(equal(column(4), text("Rome")), greater(column(5), number(9)))))
        .isEqualTo(
            """
            This would scan the whole table Orders: about 1000000 items, 48828.5 RU. Nothing bounds its key.
            To bound it:
              add status = … AND date = …, the key of index byStatus (then about 0.5 RU)
              add user = …, the partition key of the table (then about 5 RU)
              create an index: ALTER TABLE Orders ADD COLUMN city STRING; ALTER TABLE Orders ADD COLUMN price NUMBER; \
            CREATE INDEX ByCityPrice ON Orders (city, price) INCLUDE (status, date)
            To scan for about 48828.5 RU: write /*+ ALLOW_SCAN */ behind the first SELECT, UPDATE or DELETE, or connect \
            with scan=allow.\
            """);
  }

  @Test
  void namesWhatAnIndexWouldLeaveOut() {
    assertThat(refusal(where(equal(column(2), text("open")))))
        .contains(
            "add date = …, since index byStatus holds only items with date (then about 0.5 RU)")
        .contains("read FROM Orders.byStatus, which holds only items with date (then about 5 RU)");
  }

  @Test
  void suggestsNoIndexWithoutAnEquality() {
    assertThat(refusal(SOURCE)).doesNotContain("CREATE INDEX");
    assertThat(refusal(where(exists(column(4))))).doesNotContain("CREATE INDEX");
  }

  @Test
  void namesTheColumnToJoinOn() {
    TableSource users = source(table("Users", key("id:S")), "id", "city");
    Relation joined =
        new Join(
            Join.Kind.INNER,
            new Selection(users, List.of(equal(column(0), text("u")))),
            SOURCE,
            List.of(equal(column(1), column(6))));
    assertThat(refusal(joined))
        .contains("for each row that it is joined to")
        .contains("add Orders.user = … (a value or a column of Users), the partition key of Orders")
        .contains("CREATE INDEX ByCity ON Orders (city)");
  }

  @Test
  void ordersByTheTablesSortKeyThroughTheSuggestedIndex() {
    Relation ordered =
        new Ordering(
            where(equal(column(4), text("Rome"))), List.of(new SortKey(column(1), true, false)));
    assertThat(refusal(ordered)).contains("CREATE INDEX ByCityDay ON Orders (city, day)");
  }

  @Test
  void aCappedReadMayRunWhenScansAreBounded() {
    SearchContext bounded = context(Dialect.SQL, ScanPolicy.BOUNDED);
    assertThat(plan(SOURCE, bounded).refusalUnlessCapped()).contains("scan the whole table");
    assertThat(plan(new Slice(SOURCE, number(9), null), bounded).refusalUnlessCapped()).isNull();
  }

  @Test
  void aFilterOrASortIsNotCapped() {
    SearchContext bounded = context(Dialect.SQL, ScanPolicy.BOUNDED);
    assertThat(refusal(new Slice(where(exists(column(4))), number(9), null), bounded)).isNotEmpty();
    Relation sorted = new Ordering(SOURCE, List.of(new SortKey(column(1), false, false)));
    assertThat(refusal(new Slice(sorted, number(9), null), bounded)).isNotEmpty();
  }
}
