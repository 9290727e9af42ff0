package io.partikey.planner.plan;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several keyed reads of one table, one after the other; an item that more than one of them finds
 * comes once. All have the same layout; each has its own residual.
 */
public record KeyedUnion(
    TableDescription table, List<Access> branches, RowLayout layout, PlanCost cost)
    implements Access {
  public KeyedUnion {
    branches = List.copyOf(branches);
  }

  @Override
  public @Nullable Expression residual() {
    return null;
  }

  @Override
  public List<PlanNode> inputs() {
    return List.copyOf(branches);
  }

  @Override
  public KeyedUnion withLayout(RowLayout newLayout) {
    return new KeyedUnion(
        table,
        branches.stream().map(branch -> branch.withLayout(newLayout)).toList(),
        newLayout,
        cost);
  }

  @Override
  public <R> R accept(AccessVisitor<R> visitor) {
    return visitor.visitKeyedUnion(this);
  }
}
