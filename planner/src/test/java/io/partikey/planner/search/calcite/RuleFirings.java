package io.partikey.planner.search.calcite;

import io.partikey.planner.bound.Relation;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptListener;
import org.apache.calcite.rel.RelNode;

/** Which rules made something of a relation, once for each thing that they made. */
final class RuleFirings implements RelOptListener {
  private final List<String> fired = new ArrayList<>();

  private RuleFirings() {}

  /** The descriptions of the rules that fired while a relation was planned. */
  static List<String> of(Relation relation, SearchContext context) {
    RuleFirings firings = new RuleFirings();
    PlannerSession session = new PlannerSession(context);
    session.cluster().getPlanner().addListener(firings);
    RelNode logical = new RelationTranslator(session, new AccessPaths(context)).translate(relation);
    session.cheapest(logical);
    return firings.fired;
  }

  @Override
  public void ruleProductionSucceeded(RuleProductionEvent event) {
    if (!event.isBefore()) {
      fired.add(event.getRuleCall().getRule().toString());
    }
  }

  @Override
  public void relEquivalenceFound(RelEquivalenceEvent event) {}

  @Override
  public void ruleAttempted(RuleAttemptedEvent event) {}

  @Override
  public void relDiscarded(RelDiscardedEvent event) {}

  @Override
  public void relChosen(RelChosenEvent event) {}
}
