package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;

/**
 * Gathers rows into groups.
 *
 * <pre>
 * Grouping(keys, calls)     -&gt;     Aggregate(keys, calls)
 *   input                            input
 * </pre>
 *
 * <p>Fires on every grouping.
 */
final class ImplementGroupingRule extends ItemRule {
  static final ImplementGroupingRule INSTANCE = new ImplementGroupingRule();

  private ImplementGroupingRule() {
    super("ImplementGrouping", b -> b.operand(GroupingRel.class).anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    GroupingRel grouping = call.rel(0);
    call.transformTo(
        new ItemAggregate(
            itemTraits(grouping), toItem(grouping.getInput()), grouping.keys(), grouping.calls()));
  }
}
