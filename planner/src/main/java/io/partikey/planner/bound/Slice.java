package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows: those after {@code offset}, at most {@code limit} of them. Either may be null.
 */
public record Slice(Relation input, @Nullable Expression limit, @Nullable Expression offset)
    implements Relation {
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
    return visitor.visitSlice(this);
  }
}
