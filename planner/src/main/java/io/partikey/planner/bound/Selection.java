package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * The rows for which a condition holds.
 *
 * @param conjuncts conditions that must all hold, with AND taken apart
 */
public record Selection(Relation input, List<Expression> conjuncts) implements Relation {
  public Selection {
    conjuncts = List.copyOf(conjuncts);
  }

  @Override
  public int width() {
    return input.width();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitSelection(this);
  }
}
