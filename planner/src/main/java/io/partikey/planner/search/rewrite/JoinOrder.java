package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.search.cost.LookupCost;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest order in which the leaves of a group are joined: one is read first, and each other
 * one is looked up by what was read before it. A dynamic program over sets of leaves.
 *
 * <pre>
 * u JOIN o ON o.user = u.id JOIN m ON m.song = o.song WHERE u.mail = ?     -&gt;     u, o, m
 * </pre>
 *
 * <p>Only tables are looked up, so a leaf that is none comes first. An optional leaf comes after
 * all that its conditions use. A condition belongs to the leaf with which all that it uses is
 * there; conditions on an optional leaf that are not its own, and those on whole items, are tested
 * last.
 */
final class JoinOrder {
  /** Most leaves of which every order is tried; more are joined as written. */
  private static final int MAX_LEAVES = 10;

  private final JoinGroup group;
  private final CheapestPlan plans;
  private final Map<Long, Placement> best = new HashMap<>();

  private JoinOrder(JoinGroup group, CheapestPlan plans) {
    this.group = group;
    this.plans = plans;
  }

  /**
   * Leaves that are joined, in order.
   *
   * @param leaves their positions in the group
   * @param cost what joining them costs
   */
  private record Placement(List<Integer> leaves, PlanCost cost) {}

  /** The positions of the leaves in the cheapest order; empty where no order is possible. */
  static Optional<List<Integer>> of(JoinGroup group, CheapestPlan plans) {
    return new JoinOrder(group, plans).cheapest();
  }

  private Optional<List<Integer>> cheapest() {
    int count = group.leaves().size();
    if (count > MAX_LEAVES) {
      return asWritten(count);
    }
    for (int leaf = 0; leaf < count; leaf++) {
      first(leaf).ifPresent(this::offer);
    }
    List<Placement> level = List.copyOf(best.values());
    for (int placed = 1; placed < count; placed++) {
      for (Placement placement : level) {
        for (int leaf = 0; leaf < count; leaf++) {
          if (!placement.leaves.contains(leaf)) {
            next(placement, leaf).ifPresent(this::offer);
          }
        }
      }
      level = levelOf(placed + 1);
    }
    return level.stream().findFirst().map(Placement::leaves);
  }

  private Optional<List<Integer>> asWritten(int count) {
    Optional<Placement> placed = first(0);
    for (int i = 1; i < count; i++) {
      int leaf = i;
      placed = placed.flatMap(before -> next(before, leaf));
    }
    return placed.map(Placement::leaves);
  }

  private List<Placement> levelOf(int size) {
    return best.entrySet().stream()
        .filter(entry -> entry.getValue().leaves.size() == size)
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private void offer(Placement placement) {
    long set = 0;
    for (int leaf : placement.leaves) {
      set |= 1L << leaf;
    }
    @Nullable Placement known = best.get(set);
    if (known == null || (plans.ordersJoins() && placement.cost.compareTo(known.cost) < 0)) {
      best.put(set, placement);
    }
  }

  private Optional<Placement> first(int position) {
    JoinLeaf leaf = group.leaves().get(position);
    if (leaf.isOptional()) {
      return Optional.empty();
    }
    PlanCost cost = plans.cost(alone(leaf));
    return Optional.of(new Placement(List.of(position), cost));
  }

  /** A leaf with the conditions on it alone. */
  private Relation alone(JoinLeaf leaf) {
    List<Expression> own =
        ColumnShift.shifted(JoinConditions.of(group).of(leaf, List.of()), -leaf.first());
    return own.isEmpty() ? leaf.relation() : new Selection(leaf.relation(), own);
  }

  private Optional<Placement> next(Placement before, int position) {
    JoinLeaf leaf = group.leaves().get(position);
    List<JoinLeaf> placed = before.leaves.stream().map(group.leaves()::get).toList();
    if (!leaf.isTable() || !isPossible(leaf, placed)) {
      return Optional.empty();
    }
    List<Expression> conjuncts = JoinConditions.of(group).of(leaf, placed);
    SourceConditions inner = lookedUp(leaf, conjuncts);
    PlanCost each = plans.cost(inner);
    List<Integer> leaves = new ArrayList<>(before.leaves);
    leaves.add(position);
    return Optional.of(new Placement(leaves, joined(before.cost, each, leaf.isOptional())));
  }

  private static boolean isPossible(JoinLeaf leaf, List<JoinLeaf> placed) {
    return leaf.on().stream()
        .flatMap(ExpressionRewriter::columns)
        .allMatch(column -> leaf.has(column) || placed.stream().anyMatch(p -> p.has(column)));
  }

  /** The leaf as a source; the columns of the others only have to be told from its own. */
  private SourceConditions lookedUp(JoinLeaf leaf, List<Expression> conjuncts) {
    int width = group.width();
    List<Expression> ownLast =
        conjuncts.stream()
            .map(
                conjunct ->
                    ExpressionRewriter.replaceColumns(
                        conjunct,
                        column ->
                            new ColumnReference(
                                leaf.has(column) ? width + column - leaf.first() : column)))
            .toList();
    return SourceConditions.ofLookup((TableSource) leaf.relation(), width, ownLast);
  }

  private static PlanCost joined(PlanCost outer, PlanCost each, boolean optional) {
    return LookupCost.of(outer, each, LookupCost.joined(outer.rows(), each.rows(), optional));
  }
}
