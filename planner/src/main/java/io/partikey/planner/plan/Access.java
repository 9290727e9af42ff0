package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that reads items of a table: a leaf of the plan. */
public sealed interface Access extends PlanNode permits KeyGet, MultiGet, Query, KeyedUnion, Scan {
  /** The table. */
  TableDescription table();

  /** Which columns come out of an item. */
  RowLayout layout();

  /**
   * What must hold of an item beyond its key, null for nothing; its attributes are named, and its
   * {@code ColumnReference}s are those of the outer row of a lookup join.
   */
  @Nullable Expression residual();

  @Override
  default List<PlanNode> inputs() {
    return List.of();
  }

  @Override
  default <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitAccess(this, context);
  }

  /** This read with other columns. */
  Access withLayout(RowLayout newLayout);

  /** Does with this read what a visitor does with its kind. */
  <R> R accept(AccessVisitor<R> visitor);
}
