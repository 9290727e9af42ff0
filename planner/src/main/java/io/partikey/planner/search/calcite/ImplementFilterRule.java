package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalFilter;

/**
 * Tests a condition on rows that come from elsewhere than an access, or on whole items.
 *
 * <pre>
 * LogicalFilter(condition)     -&gt;     Filter(condition)
 *   input                               input
 * </pre>
 *
 * <p>Fires on every filter. Conditions on attributes of a source never become one: they are the
 * source's own and end in its access.
 */
final class ImplementFilterRule extends ItemRule {
  static final ImplementFilterRule INSTANCE = new ImplementFilterRule();

  private ImplementFilterRule() {
    super("ImplementFilter", b -> b.operand(LogicalFilter.class).anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalFilter filter = call.rel(0);
    call.transformTo(
        new ItemFilter(
            itemTraits(filter),
            toItem(filter.getInput()),
            ExpressionPool.of(filter.getCluster()).expression(filter.getCondition())));
  }
}
