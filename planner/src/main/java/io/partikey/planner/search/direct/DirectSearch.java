package io.partikey.planner.search.direct;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessNodes;
import io.partikey.planner.search.key.AccessOrder;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import io.partikey.planner.search.rewrite.Emptiness;
import java.util.List;
import java.util.Optional;

/**
 * Plans what has one plan only.
 *
 * <pre>
 * Projection                     Project
 *   Selection full key     -&gt;      KeyGet
 *     TableSource
 * </pre>
 *
 * <p>Conditions on the whole item, limits, and everything that reads more than one item are left to
 * the other search.
 */
public final class DirectSearch {
  private final AccessPaths paths;

  /** A search among access paths. */
  public DirectSearch(AccessPaths paths) {
    this.paths = paths;
  }

  /** The plan of a rewritten relation, empty if it takes a search. */
  public Optional<PlanNode> find(Relation relation) {
    if (Emptiness.of(relation)) {
      return Optional.of(PlanAssembly.noRows(relation.width()));
    }
    if (relation instanceof Projection projection) {
      return find(projection.input())
          .map(input -> PlanAssembly.project(input, projection.expressions()));
    }
    if (relation instanceof Unit) {
      return Optional.of(PlanAssembly.singleRow());
    }
    return findGet(relation);
  }

  private Optional<PlanNode> findGet(Relation relation) {
    if (relation instanceof TableSource source) {
      return findGet(source, List.of());
    }
    if (relation instanceof Selection selection && selection.input() instanceof TableSource table) {
      return findGet(table, selection.conjuncts());
    }
    return Optional.empty();
  }

  private Optional<PlanNode> findGet(TableSource source, List<Expression> conjuncts) {
    if (!SourceConditions.areOnAttributes(source, conjuncts)) {
      return Optional.empty();
    }
    return paths.of(SourceConditions.ofColumns(source, conjuncts)).stream()
        .filter(path -> path.kind() == AccessPath.Kind.GET)
        .findFirst()
        .map(path -> new AccessNodes(source).node(path, AccessOrder.NATURAL, null));
  }
}
