package io.partikey.engine.backend;

import io.partikey.engine.expression.BoundExpression;
import org.jspecify.annotations.Nullable;

/**
 * What a query or a scan returns of what it reads.
 *
 * @param filter items for which this is not true are read and charged, but not returned
 * @param attributes which top-level attributes to return
 * @param limit most items to read, before the filter; 0 for the store's own page size
 * @param continuation where the page before this one ended, null for the first page
 * @param consistent whether the read must see every write acknowledged before it, which costs
 *     double
 * @param sharers how many pages are held at the same time, which share the bytes of one
 */
public record PageRequest(
    @Nullable BoundExpression filter,
    AttributeSelection attributes,
    int limit,
    @Nullable Continuation continuation,
    boolean consistent,
    int sharers) {
  /** The first page of whole items, without a filter, charged as eventually consistent. */
  public static final PageRequest FIRST =
      new PageRequest(null, AttributeSelection.ALL, 0, null, false);

  public PageRequest {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    if (sharers < 1) {
      throw new IllegalArgumentException("nobody holds the page: " + sharers);
    }
  }

  /** A page that is held alone. */
  public PageRequest(
      @Nullable BoundExpression filter,
      AttributeSelection attributes,
      int limit,
      @Nullable Continuation continuation,
      boolean consistent) {
    this(filter, attributes, limit, continuation, consistent, 1);
  }

  /** The page after a continuation. */
  public PageRequest after(@Nullable Continuation newContinuation) {
    return new PageRequest(filter, attributes, limit, newContinuation, consistent, sharers);
  }

  /** This page as one of several that are held at the same time. */
  public PageRequest sharedBy(int newSharers) {
    return new PageRequest(filter, attributes, limit, continuation, consistent, newSharers);
  }

  /** This page with another limit. */
  public PageRequest withLimit(int newLimit) {
    return new PageRequest(filter, attributes, newLimit, continuation, consistent, sharers);
  }
}
