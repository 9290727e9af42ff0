package io.partikey.planner.plan;

/**
 * Something done with a node of a plan by its kind; one method for each kind, so that a new kind
 * does not compile before everything can do with it.
 *
 * @param <R> what comes of it
 * @param <C> what it is done with
 */
public interface PlanNodeVisitor<R, C> {
  /** A read of items. */
  R visitAccess(Access access, C context);

  /** The count of a table or index, without reading it. */
  R visitTableCount(TableCount count, C context);

  /** One row without columns. */
  R visitSingleRow(SingleRow row, C context);

  /** No rows. */
  R visitNoRows(NoRows none, C context);

  /** The rows for which a condition holds. */
  R visitFilter(Filter filter, C context);

  /** Columns that are computed. */
  R visitProject(Project project, C context);

  /** The rows beside those that are looked up. */
  R visitLookupJoin(LookupJoin join, C context);

  /** The rows for which something is looked up, or nothing. */
  R visitSemiLookup(SemiLookup semi, C context);

  /** The elements of a collection. */
  R visitUnnest(Unnest unnest, C context);

  /** Groups. */
  R visitAggregate(Aggregate aggregate, C context);

  /** The rows without repetition. */
  R visitDistinct(Distinct distinct, C context);

  /** The rows in an order. */
  R visitSort(Sort sort, C context);

  /** Some of the rows. */
  R visitLimit(Limit limit, C context);

  /** The rows of several nodes. */
  R visitUnionAll(UnionAll union, C context);
}
