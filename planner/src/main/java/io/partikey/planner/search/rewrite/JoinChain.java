package io.partikey.planner.search.rewrite;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the leaves of a group one after the other, each as the right side of a join, and puts the
 * columns back into the order in which they are written.
 *
 * <pre>
 * Projection as written
 *   Selection conditions that belong to no leaf
 *     Join INNER conditions of B
 *       Join INNER conditions of A
 *         Selection conditions of C alone
 *           C
 *         A
 *       B
 * </pre>
 */
final class JoinChain {
  private final JoinGroup group;
  private final List<JoinLeaf> order = new ArrayList<>();
  private final int[] positions;
  private int width;

  private JoinChain(JoinGroup group) {
    this.group = group;
    this.positions = new int[group.width()];
  }

  /** The joins of a group in an order of its leaves. */
  static Relation of(JoinGroup group, List<Integer> order) {
    return new JoinChain(group).chain(order);
  }

  private Relation chain(List<Integer> leaves) {
    Relation joined = first(group.leaves().get(leaves.get(0)));
    for (int leaf : leaves.subList(1, leaves.size())) {
      joined = next(joined, group.leaves().get(leaf));
    }
    List<Expression> last = placed(JoinConditions.of(group).last(order));
    if (!last.isEmpty()) {
      joined = new Selection(joined, last);
    }
    return isAsWritten() ? joined : new Projection(joined, asWritten());
  }

  private Relation first(JoinLeaf leaf) {
    List<Expression> own = JoinConditions.of(group).of(leaf, order);
    place(leaf);
    return own.isEmpty() ? leaf.relation() : new Selection(leaf.relation(), placed(own));
  }

  private Relation next(Relation joined, JoinLeaf leaf) {
    List<Expression> own = JoinConditions.of(group).of(leaf, order);
    if (own.stream().anyMatch(leaf::isUsedWholeBy)) {
      throw new EngineException(
          ErrorCode.FEATURE_NOT_SUPPORTED,
          "A LEFT JOIN cannot test the whole item of its right side. Name attributes in ON.");
    }
    place(leaf);
    return new Join(leaf.kind(), joined, leaf.relation(), placed(own));
  }

  private void place(JoinLeaf leaf) {
    order.add(leaf);
    for (int i = 0; i < leaf.relation().width(); i++) {
      positions[leaf.first() + i] = width;
      width++;
    }
  }

  private List<Expression> placed(List<Expression> expressions) {
    return expressions.stream().map(each -> ColumnShift.substituted(each, asWritten())).toList();
  }

  private List<Expression> asWritten() {
    List<Expression> columns = new ArrayList<>();
    for (int position : positions) {
      columns.add(new ColumnReference(position));
    }
    return columns;
  }

  private boolean isAsWritten() {
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] != i) {
        return false;
      }
    }
    return true;
  }
}
