package io.partikey.planner.plan;

/**
 * Something done with a read of items by its kind; one method for each kind.
 *
 * @param <R> what comes of it
 */
public interface AccessVisitor<R> {
  /** An item by its key. */
  R visitKeyGet(KeyGet get);

  /** Several items by their keys. */
  R visitMultiGet(MultiGet get);

  /** Ranges of item collections. */
  R visitQuery(Query query);

  /** Several reads, equal items once. */
  R visitKeyedUnion(KeyedUnion union);

  /** A whole table or index. */
  R visitScan(Scan scan);
}
