package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole table or index, in partition order, then sort key order.
 *
 * @param index the index, null for the table
 * @param fetch as for {@link Query}
 * @param limit most rows to return, after the residual; null for all
 */
public record Scan(
    TableDescription table,
    @Nullable IndexDescription index,
    boolean fetch,
    @Nullable Expression limit,
    RowLayout layout,
    @Nullable Expression residual,
    PlanCost cost)
    implements Access {

  @Override
  public Scan withLayout(RowLayout newLayout) {
    return new Scan(table, index, fetch, limit, newLayout, residual, cost);
  }

  @Override
  public <R> R accept(AccessVisitor<R> visitor) {
    return visitor.visitScan(this);
  }
}
