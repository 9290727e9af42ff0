package io.partikey.planner.bound;

import java.util.List;

/** The rows in an order; rows that compare equal keep theirs. */
public record Ordering(Relation input, List<SortKey> keys) implements Relation {
  public Ordering {
    keys = List.copyOf(keys);
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
    return visitor.visitOrdering(this);
  }
}
