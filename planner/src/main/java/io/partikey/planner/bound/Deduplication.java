package io.partikey.planner.bound;

import java.util.List;

/** The rows without repetition. */
public record Deduplication(Relation input) implements Relation {
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
    return visitor.visitDeduplication(this);
  }
}
