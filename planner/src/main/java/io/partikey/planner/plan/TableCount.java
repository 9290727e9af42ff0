package io.partikey.planner.plan;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row with the exact number of items of a table or index, from its counts. */
public record TableCount(TableDescription table, @Nullable IndexDescription index, PlanCost cost)
    implements PlanNode {
  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }

  @Override
  public <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context) {
    return visitor.visitTableCount(this, context);
  }
}
