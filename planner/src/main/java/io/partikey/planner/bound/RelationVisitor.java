package io.partikey.planner.bound;

/**
 * Something done with a relation by its kind; one method for each kind, so that a new kind does not
 * compile before everything can do with it.
 *
 * @param <R> what comes of it
 */
public interface RelationVisitor<R> {
  /** The items of a table or index. */
  R visitTableSource(TableSource table);

  /** One row without columns. */
  R visitUnit(Unit unit);

  /** The rows for which conditions hold. */
  R visitSelection(Selection selection);

  /** Columns that are computed. */
  R visitProjection(Projection projection);

  /** A join. */
  R visitJoin(Join join);

  /** A semi-join. */
  R visitSemiJoin(SemiJoin join);

  /** The elements of a collection. */
  R visitUnnesting(Unnesting unnesting);

  /** Groups. */
  R visitAggregation(Aggregation aggregation);

  /** The rows without repetition. */
  R visitDeduplication(Deduplication deduplication);

  /** The rows in an order. */
  R visitOrdering(Ordering ordering);

  /** Some of the rows. */
  R visitSlice(Slice slice);

  /** The rows of several relations. */
  R visitUnion(Union union);
}
