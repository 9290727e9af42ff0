package io.partikey.engine.backend;

import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of an item collection of a table or index.
 *
 * <p>Key values must have the types of the key; a store raises {@code KEY_INVALID} otherwise. A
 * lower bound above the upper one is an empty range, not an error.
 *
 * @param table the table
 * @param index the index, null for the table itself
 * @param partition the value of each partition attribute
 * @param sort what bounds the sort key
 * @param ascending whether in the order of the sort key, or against it
 * @param page filter, selection, limit and continuation
 */
public record QueryRequest(
    String table,
    @Nullable String index,
    List<AttributeValue> partition,
    SortCondition sort,
    boolean ascending,
    PageRequest page) {
  public QueryRequest {
    partition = List.copyOf(partition);
  }

  /** A request without a filter; see {@link PageRequest#FIRST}. */
  public static QueryRequest of(String table, AttributeValue partition) {
    return new QueryRequest(
        table, null, List.of(partition), SortCondition.ALL, true, PageRequest.FIRST);
  }

  /** This request for another page. */
  public QueryRequest withPage(PageRequest newPage) {
    return new QueryRequest(table, index, partition, sort, ascending, newPage);
  }

  /** The filter of the page, null for none. */
  public @Nullable BoundExpression filter() {
    return page.filter();
  }
}
