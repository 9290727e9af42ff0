package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalSort;

/**
 * Asks the input of a sort for its order, as a trait. An access whose sort key delivers it then
 * reads in that order; otherwise the convention sorts.
 *
 * <pre>
 * Sort(order)       -&gt;     input with the trait (order)
 *   input
 * </pre>
 *
 * <p>Does not fire for a sort with a limit or an offset, which is more than an order.
 */
final class ReplaceSortByOrderRule extends ItemRule {
  static final ReplaceSortByOrderRule INSTANCE = new ReplaceSortByOrderRule();

  private ReplaceSortByOrderRule() {
    super(
        "ReplaceSortByOrder",
        b ->
            b.operand(LogicalSort.class)
                .predicate(sort -> sort.fetch == null && sort.offset == null)
                .anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    call.transformTo(convert(sort.getInput(), itemTraits(sort)));
  }
}
