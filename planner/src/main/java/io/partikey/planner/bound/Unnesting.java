package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * Each row once for each element of a collection of its own: adds the element as a column, and its
 * position from 0 as another one if asked for.
 *
 * @param collection a list or set; another value counts as its only element, MISSING as none
 * @param keepEmpty whether rows without elements stay, with the new columns missing
 */
public record Unnesting(
    Relation input, Expression collection, boolean withPosition, boolean keepEmpty)
    implements Relation {
  @Override
  public int width() {
    return input.width() + (withPosition ? 2 : 1);
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitUnnesting(this);
  }
}
