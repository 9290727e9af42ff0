package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.search.key.AccessPath;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalSort;

/**
 * Lets an access stop reading at a limit, where it delivers the order that the limit is taken in.
 *
 * <pre>
 * Sort(order, limit)      -&gt;     Query(order, limit)
 *   Source
 *
 * Sort(order, limit, offset)     Limit(limit, offset)
 *   Source                -&gt;       Query(order, limit + offset)
 * </pre>
 *
 * <p>Does not fire for a sort without a limit, for a path that does not deliver the order, for gets
 * and unions, which take no limit, and where a filter stands between: a query's limit counts the
 * rows that its own residual lets through, not those of a filter above it.
 */
final class PushLimitIntoAccessRule extends ItemRule {
  static final PushLimitIntoAccessRule INSTANCE = new PushLimitIntoAccessRule();

  private PushLimitIntoAccessRule() {
    super(
        "PushLimitIntoAccess",
        b ->
            b.operand(LogicalSort.class)
                .predicate(sort -> sort.fetch != null)
                .oneInput(input -> input.operand(SourceRel.class).noInputs()));
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    SourceRel source = call.rel(1);
    SliceBounds bounds = SliceBounds.of(sort);
    RelTraitSet traits = itemTraits(sort);
    for (AccessPath path : source.paths()) {
      if (path.takesLimit()) {
        Expression rowsRead = bounds.rowsRead();
        ItemAccess.ordered(source, path, traits, rowsRead)
            .ifPresent(access -> call.transformTo(above(access, traits, bounds)));
      }
    }
  }

  private static RelNode above(ItemAccess access, RelTraitSet traits, SliceBounds bounds) {
    return bounds.offset() == null
        ? access
        : new ItemLimit(traits, access, bounds.limit(), bounds.offset());
  }
}
