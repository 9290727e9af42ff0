package io.partikey.planner.bound;

import java.util.List;

/**
 * A relation of a bound query. Columns are positions; every expression in a node refers to the
 * columns of the node's input, a join's to those of its left input followed by those of its right.
 */
public sealed interface Relation
    permits TableSource,
        Unit,
        Selection,
        Projection,
        Join,
        SemiJoin,
        Unnesting,
        Aggregation,
        Deduplication,
        Ordering,
        Slice,
        Union {
  /** How many columns the relation has. */
  int width();

  /** The relations that this one is computed from, from left to right. */
  List<Relation> inputs();

  /** Does with this relation what a visitor does with its kind. */
  <R> R accept(RelationVisitor<R> visitor);
}
