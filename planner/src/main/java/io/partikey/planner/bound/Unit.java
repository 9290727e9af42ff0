package io.partikey.planner.bound;

import java.util.List;

/** One row without columns: a SELECT without FROM. */
public record Unit() implements Relation {
  @Override
  public int width() {
    return 0;
  }

  @Override
  public List<Relation> inputs() {
    return List.of();
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitUnit(this);
  }
}
