package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.LookupCost;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.SourceConditions;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** What becomes of an outer row and the items that are found for it. */
enum LookupKind {
  /** Each pair is a row. */
  INNER,
  /** Each pair is a row, and an outer row without a pair too. */
  LEFT,
  /** An outer row for which something is found. */
  SEMI,
  /** An outer row for which nothing is found. */
  ANTI;

  /** Whether the columns of the inner side come out. */
  private boolean isJoin() {
    return this == INNER || this == LEFT;
  }

  RelDataType rowType(RelNode outer, SourceConditions inner) {
    int width = outer.getRowType().getFieldCount();
    return DynamicTypes.row(isJoin() ? width + inner.source().width() : width);
  }

  /** Most rows that are read for an outer row, null for all: one tells whether there is one. */
  @Nullable Expression mostInnerRows(AccessPath path) {
    return isJoin() || !path.takesLimit() ? null : PlanAssembly.ONE_ROW;
  }

  /** How many rows come out. */
  double rows(double outerRows, double innerRows) {
    return isJoin()
        ? LookupCost.joined(outerRows, innerRows, this == LEFT)
        : LookupCost.matched(outerRows);
  }

  /** The plan node. */
  PlanNode plan(PlanNode outer, Access inner) {
    return isJoin()
        ? PlanAssembly.lookup(outer, inner, this == LEFT)
        : PlanAssembly.semiLookup(outer, inner, this == ANTI);
  }
}
