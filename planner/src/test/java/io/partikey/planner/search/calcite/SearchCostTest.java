package io.partikey.planner.search.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partikey.engine.error.EngineException;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.bind.BoundStatements;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.GoldenStatements;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.rewrite.RelationRewriter;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.calcite.rel.RelNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search weighs plans by the costs that EXPLAIN shows of the one that it finds. */
final class SearchCostTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"keys", "orders", "indexes", "joins", "branches", "subqueries", "sets", "allowed"})
  void isThatOfThePlan(String subject) throws IOException {
    int compared = 0;
    for (String text : GoldenStatements.queries(subject)) {
      compared += isThatOfPlan(text) ? 1 : 0;
    }
    assertThat(compared).isPositive();
  }

  private static boolean isThatOfPlan(String text) {
    PlannerSettings settings = new PlannerSettings(Dialect.SQL, ScanPolicy.ALLOW, true, false, 400);
    SearchContext context = new SearchContext(settings, GoldenStatements::statistics, true);
    AccessPaths paths = new AccessPaths(context);
    Relation relation;
    try {
      SelectStatement select = (SelectStatement) StatementParser.parseStatement(text);
      relation =
          new RelationRewriter(paths)
              .rewrite(
                  BoundStatements.query(text, select.query(), settings, GoldenStatements.CATALOG)
                      .statement()
                      .relation());
    } catch (EngineException refused) {
      return false;
    }
    PlannerSession session = new PlannerSession(context);
    RelNode cheapest = session.cheapest(new RelationTranslator(session, paths).translate(relation));
    ItemCost searched = (ItemCost) session.cluster().getMetadataQuery().getCumulativeCost(cheapest);
    PlanNode plan = CalciteSearch.plan(cheapest, new ArrayList<>());
    PlanCost shown = plan.cost();
    assertThat(searched.readUnits()).as(text).isCloseTo(shown.readUnits(), within(1e-6));
    assertThat(searched.scans()).as(text).isEqualTo(shown.unforcedScans());
    return true;
  }
}
