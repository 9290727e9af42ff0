package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of item collections of a table or index.
 *
 * @param index the index, null for the table
 * @param chosen whether the statement does not name the index, so that a value of another type than
 *     its key is the value of no item and no error
 * @param partitions for each partition attribute its values, at least one; more than one makes
 *     their cross product, equal collections once
 * @param range what bounds the sort key
 * @param ascending whether each collection is read in the order of its sort key or against it
 * @param merged whether the rows of several collections come as one sequence in sort key order
 *     rather than collection by collection
 * @param fetch whether each row's whole item is got from the table, since the index does not
 *     project what the statement needs; the residual is then tested on that item
 * @param limit most rows to return, after the residual; null for all
 */
public record Query(
    TableDescription table,
    @Nullable IndexDescription index,
    boolean chosen,
    List<List<Expression>> partitions,
    SortBounds range,
    boolean ascending,
    boolean merged,
    boolean fetch,
    @Nullable Expression limit,
    RowLayout layout,
    @Nullable Expression residual,
    PlanCost cost)
    implements Access {
  public Query {
    partitions = partitions.stream().map(List::copyOf).toList();
  }

  /** A read of the table, or of an index that the statement names. */
  public Query(
      TableDescription table,
      @Nullable IndexDescription index,
      List<List<Expression>> partitions,
      SortBounds range,
      boolean ascending,
      boolean merged,
      boolean fetch,
      @Nullable Expression limit,
      RowLayout layout,
      @Nullable Expression residual,
      PlanCost cost) {
    this(
        table,
        index,
        false,
        partitions,
        range,
        ascending,
        merged,
        fetch,
        limit,
        layout,
        residual,
        cost);
  }

  @Override
  public Query withLayout(RowLayout newLayout) {
    return new Query(
        table,
        index,
        chosen,
        partitions,
        range,
        ascending,
        merged,
        fetch,
        limit,
        newLayout,
        residual,
        cost);
  }

  @Override
  public <R> R accept(AccessVisitor<R> visitor) {
    return visitor.visitQuery(this);
  }
}
