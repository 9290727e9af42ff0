package io.partikey.planner.search;

import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.planner.Dialect;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.QueryPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of equally good plans always the same one is chosen. */
final class PlanStabilityTest {
  @Test
  void choosesTheFirstOfEqualIndexes() {
    TableSource source =
        source(
            table(
                "Users",
                key("id:S"),
                global("byOwner", key("mail:S")),
                global("byMail", key("mail:S")),
                global("byTag", key("mail:S"))),
            "id",
            "mail");
    Relation relation =
        new Projection(
            new Selection(source, List.of(equal(column(1), text("m")))), List.of(column(0)));
    Set<QueryPlan> plans = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      plans.add(
          new KeyedPlanSearch().plan(new BoundQuery(relation, List.of(), 0), context(Dialect.SQL)));
    }
    assertThat(plans).hasSize(1);
    Query chosen = (Query) plans.iterator().next().root();
    assertThat(chosen.index()).isEqualTo(source.table().indexes().get(0));
  }
}
