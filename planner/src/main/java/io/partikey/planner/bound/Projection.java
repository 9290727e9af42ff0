package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;

/** Rows computed from rows: column i is expression i. */
public record Projection(Relation input, List<Expression> expressions) implements Relation {
  public Projection {
    expressions = List.copyOf(expressions);
  }

  @Override
  public int width() {
    return expressions.size();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitProjection(this);
  }
}
