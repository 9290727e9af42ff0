package io.partikey.planner.bound;

import java.util.List;

/** The rows of several relations of one width, one after the other. */
public record Union(List<Relation> branches) implements Relation {
  public Union {
    branches = List.copyOf(branches);
  }

  @Override
  public int width() {
    return branches.get(0).width();
  }

  @Override
  public List<Relation> inputs() {
    return branches;
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitUnion(this);
  }
}
