package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * Pairs of rows for which conditions hold; a LEFT join keeps left rows without a pair, with every
 * column of the right side missing.
 */
public record Join(Kind kind, Relation left, Relation right, List<Expression> conjuncts)
    implements Relation {
  /** What happens to left rows without a pair. */
  public enum Kind {
    INNER,
    LEFT
  }

  public Join {
    conjuncts = List.copyOf(conjuncts);
  }

  @Override
  public int width() {
    return left.width() + right.width();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(left, right);
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitJoin(this);
  }
}
