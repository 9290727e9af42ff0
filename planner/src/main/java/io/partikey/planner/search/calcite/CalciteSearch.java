package io.partikey.planner.search.calcite;

import io.partikey.planner.bound.Relation;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;

/**
 * Finds the cheapest plan of any relation by Calcite's Volcano search. One search serves one
 * statement; loading this class loads Calcite.
 */
public final class CalciteSearch {
  private final SearchContext context;
  private final AccessPaths paths;

  /** A search among access paths. */
  public CalciteSearch(SearchContext context, AccessPaths paths) {
    this.context = context;
    this.paths = paths;
  }

  /**
   * What the search found.
   *
   * @param plan the cheapest plan
   * @param unkeyed the reads in it that no key bounds and nothing allows, in the order in which
   *     they are read
   */
  public record Found(PlanNode plan, List<Unkeyed> unkeyed) {
    /** Copies the list. */
    public Found {
      unkeyed = List.copyOf(unkeyed);
    }
  }

  /**
   * A read that no key bounds and nothing allows.
   *
   * @param conditions what is read
   * @param node how it is read
   * @param lookedUp whether it is read again for each outer row of a join
   */
  public record Unkeyed(SourceConditions conditions, Access node, boolean lookedUp) {}

  /** The cheapest plan of a rewritten relation; there always is one. */
  public Found find(Relation relation) {
    PlannerSession session = new PlannerSession(context);
    RelNode logical = new RelationTranslator(session, paths).translate(relation);
    List<Unkeyed> unkeyed = new ArrayList<>();
    PlanNode plan = plan(session.cheapest(logical), unkeyed);
    return new Found(plan, unkeyed);
  }

  /** The plan nodes of an expression of the convention ITEM; gathers what is unkeyed in it. */
  static PlanNode plan(RelNode rel, List<Unkeyed> unkeyed) {
    List<PlanNode> inputs = new ArrayList<>();
    for (RelNode input : rel.getInputs()) {
      inputs.add(plan(input, unkeyed));
    }
    if (rel instanceof ItemAccess access && access.isUnforcedScan()) {
      unkeyed.add(new Unkeyed(access.conditions(), access.node(), false));
    }
    if (rel instanceof ItemLookup lookup && lookup.isUnforcedScan()) {
      unkeyed.add(new Unkeyed(lookup.inner(), lookup.node(), true));
    }
    return ((ItemRel) rel).toPlan(inputs);
  }
}
