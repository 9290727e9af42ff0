package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Which conditions of a group belong to which of its leaves, depending on what was joined before.
 */
final class JoinConditions {
  private final JoinGroup group;

  private JoinConditions(JoinGroup group) {
    this.group = group;
  }

  static JoinConditions of(JoinGroup group) {
    return new JoinConditions(group);
  }

  /**
   * The conditions on the rows of a leaf, given the leaves joined before it: those that use it and
   * nothing else but these. Of an optional leaf its own conditions.
   */
  List<Expression> of(JoinLeaf leaf, List<JoinLeaf> before) {
    if (leaf.isOptional()) {
      return leaf.on();
    }
    List<Expression> conjuncts = new ArrayList<>();
    for (Expression conjunct : group.conjuncts()) {
      boolean own = leaf.isUsedBy(conjunct) || (before.isEmpty() && isConstant(conjunct));
      if (own && !leaf.isUsedWholeBy(conjunct) && isWithin(conjunct, leaf, before)) {
        conjuncts.add(conjunct);
      }
    }
    return conjuncts;
  }

  private static boolean isConstant(Expression conjunct) {
    return ExpressionRewriter.columns(conjunct).findAny().isEmpty();
  }

  private static boolean isWithin(Expression conjunct, JoinLeaf leaf, List<JoinLeaf> before) {
    return ExpressionRewriter.columns(conjunct)
        .allMatch(column -> leaf.has(column) || before.stream().anyMatch(b -> b.has(column)));
  }

  /** The conditions that belong to none of the leaves when they are joined in an order. */
  List<Expression> last(List<JoinLeaf> order) {
    List<Expression> rest = new ArrayList<>(group.conjuncts());
    for (int i = 0; i < order.size(); i++) {
      if (!order.get(i).isOptional()) {
        rest.removeAll(of(order.get(i), order.subList(0, i)));
      }
    }
    return rest;
  }
}
