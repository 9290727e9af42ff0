package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * The left rows that have a pair on the right side, or with {@code negated} those that have none.
 * Expressions refer to the columns of left, then right; the result has those of the left.
 */
public record SemiJoin(Relation left, Relation right, List<Expression> conjuncts, boolean negated)
    implements Relation {
  public SemiJoin {
    conjuncts = List.copyOf(conjuncts);
  }

  @Override
  public int width() {
    return left.width();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(left, right);
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitSemiJoin(this);
  }
}
