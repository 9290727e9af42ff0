package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets items by full key: every pair of a partition value and a sort value, equal ones once. Rows
 * come in the order of the partition values as given, within one in the order of the sort values.
 *
 * @param partitions the partition values
 * @param sorts the sort values, empty where the table has no sort key
 */
public record MultiGet(
    TableDescription table,
    List<Expression> partitions,
    List<Expression> sorts,
    RowLayout layout,
    @Nullable Expression residual,
    PlanCost cost)
    implements Access {
  public MultiGet {
    partitions = List.copyOf(partitions);
    sorts = List.copyOf(sorts);
  }

  @Override
  public MultiGet withLayout(RowLayout newLayout) {
    return new MultiGet(table, partitions, sorts, newLayout, residual, cost);
  }

  @Override
  public <R> R accept(AccessVisitor<R> visitor) {
    return visitor.visitMultiGet(this);
  }
}
