package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.logical.LogicalSort;

/**
 * Counts rows off an input in order.
 *
 * <pre>
 * Sort(order, limit, offset)     -&gt;     Limit(limit, offset)
 *   input                                 input with the trait (order)
 * </pre>
 *
 * <p>Does not fire for a sort without limit and offset; see {@link ReplaceSortByOrderRule}.
 */
final class ImplementLimitRule extends ItemRule {
  static final ImplementLimitRule INSTANCE = new ImplementLimitRule();

  private ImplementLimitRule() {
    super(
        "ImplementLimit",
        b ->
            b.operand(LogicalSort.class)
                .predicate(sort -> sort.fetch != null || sort.offset != null)
                .anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    RelTraitSet traits = itemTraits(sort);
    SliceBounds bounds = SliceBounds.of(sort);
    call.transformTo(
        new ItemLimit(traits, convert(sort.getInput(), traits), bounds.limit(), bounds.offset()));
  }
}
