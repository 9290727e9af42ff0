package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import org.jspecify.annotations.Nullable;

/**
 * Gets one item by its full key.
 *
 * <p>The key's expressions hold literals, parameters and, inside a lookup join, columns of the
 * outer row. A value that is MISSING gives no row; one of another type than the key is DynamoDB's
 * error when it comes from the statement or a parameter and no row when it comes from an outer row.
 */
public record KeyGet(
    TableDescription table,
    Expression partition,
    @Nullable Expression sort,
    RowLayout layout,
    @Nullable Expression residual,
    PlanCost cost)
    implements Access {

  @Override
  public KeyGet withLayout(RowLayout newLayout) {
    return new KeyGet(table, partition, sort, newLayout, residual, cost);
  }

  @Override
  public <R> R accept(AccessVisitor<R> visitor) {
    return visitor.visitKeyGet(this);
  }
}
