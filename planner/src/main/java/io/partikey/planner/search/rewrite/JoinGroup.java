package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins side by side: the relations that they join and the conditions over all of them.
 *
 * <pre>
 * Selection c                        leaves  A, B, C optional on p
 *   Join LEFT p                 -&gt;   conjuncts  c, q
 *     Join INNER q
 *       A
 *       B
 *     C
 * </pre>
 *
 * <p>Joining keeps no order, so that of a leaf is left out. An optional leaf is no longer so when a
 * condition fails wherever its columns are missing.
 *
 * @param leaves the relations in the order in which they are written; columns are numbered through
 *     all of them
 * @param conjuncts the conditions on the rows of the whole
 */
record JoinGroup(List<JoinLeaf> leaves, List<Expression> conjuncts) {
  JoinGroup {
    leaves = List.copyOf(leaves);
    conjuncts = List.copyOf(conjuncts);
  }

  /** The group that a join and conditions above it make. */
  static JoinGroup of(Relation join, List<Expression> conjuncts) {
    List<JoinLeaf> leaves = new ArrayList<>();
    List<Expression> all = new ArrayList<>(conjuncts);
    collect(join, 0, leaves, all);
    return new JoinGroup(leaves, all).withRequiredLeaves();
  }

  private static void collect(
      Relation relation, int first, List<JoinLeaf> leaves, List<Expression> conjuncts) {
    if (relation instanceof Selection selection) {
      conjuncts.addAll(ColumnShift.shifted(selection.conjuncts(), first));
      collect(selection.input(), first, leaves, conjuncts);
      return;
    }
    if (relation instanceof Ordering ordering) {
      collect(ordering.input(), first, leaves, conjuncts);
      return;
    }
    if (!(relation instanceof Join join) || OptionalColumns.lifted(join).isPresent()) {
      leaves.add(new JoinLeaf(relation, first, Join.Kind.INNER, List.of()));
      return;
    }
    collect(join.left(), first, leaves, conjuncts);
    List<Expression> on = ColumnShift.shifted(join.conjuncts(), first);
    int right = first + join.left().width();
    if (join.kind() == Join.Kind.INNER) {
      conjuncts.addAll(on);
      collect(join.right(), right, leaves, conjuncts);
      return;
    }
    List<Expression> pairing = new ArrayList<>(on);
    Relation optional = join.right();
    while (optional instanceof Selection selection) {
      pairing.addAll(ColumnShift.shifted(selection.conjuncts(), right));
      optional = selection.input();
    }
    leaves.add(new JoinLeaf(optional, right, Join.Kind.LEFT, pairing));
  }

  private JoinGroup withRequiredLeaves() {
    for (int i = 0; i < leaves.size(); i++) {
      JoinLeaf leaf = leaves.get(i);
      MissingRejection rejection = new MissingRejection(leaf::has);
      if (leaf.isOptional() && conjuncts.stream().anyMatch(rejection::rejects)) {
        return withRequired(i).withRequiredLeaves();
      }
    }
    return this;
  }

  private JoinGroup withRequired(int position) {
    JoinLeaf optional = leaves.get(position);
    List<JoinLeaf> changed = new ArrayList<>(leaves);
    changed.set(
        position, new JoinLeaf(optional.relation(), optional.first(), Join.Kind.INNER, List.of()));
    List<Expression> all = new ArrayList<>(conjuncts);
    all.addAll(optional.on());
    return new JoinGroup(changed, all);
  }

  /** How many columns there are. */
  int width() {
    JoinLeaf last = leaves.get(leaves.size() - 1);
    return last.first() + last.relation().width();
  }
}
