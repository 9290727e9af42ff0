package io.partikey.planner.bound;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * One row for each group of rows with equal keys: first the keys, then the aggregates. Without keys
 * one row for all rows, even if there are none. NULL and MISSING are one key, NULL.
 */
public record Aggregation(Relation input, List<Expression> keys, List<AggregateCall> calls)
    implements Relation {
  public Aggregation {
    keys = List.copyOf(keys);
    calls = List.copyOf(calls);
  }

  @Override
  public int width() {
    return keys.size() + calls.size();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitAggregation(this);
  }
}
