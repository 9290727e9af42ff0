package io.partikey.planner.search;

import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of equally good plans always the same one is chosen. */
final class PlanStabilityTest {
  /** Each rotation of the indexes stands for an order in which they were created. */
  @Test
  void doesNotDependOnTheOrderInWhichIndexesWereCreated() {
    List<IndexDescription> indexes =
        new ArrayList<>(
            List.of(
                global("byOwner", key("mail:S")),
                global("byMail", key("mail:S")),
                global("byTag", key("mail:S"))));
    Set<String> chosen = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      Collections.rotate(indexes, 1);
      chosen.add(chosenOf(indexes));
    }
    assertThat(chosen).containsExactly("byMail");
  }

  private static String chosenOf(List<IndexDescription> indexes) {
    TableSource source =
        source(table("Users", key("id:S"), indexes.toArray(IndexDescription[]::new)), "id", "mail");
    Relation relation =
        new Projection(
            new Selection(source, List.of(equal(column(1), text("m")))), List.of(column(0)));
    BoundQuery query = new BoundQuery(relation, List.of(), 0);
    Query root = (Query) new PlanSearch().plan(query, context(Dialect.SQL)).root();
    return requireNonNull(root.index()).name();
  }
}
