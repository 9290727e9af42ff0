package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalAggregate;

/**
 * Leaves out rows that came before.
 *
 * <pre>
 * LogicalAggregate(all columns)     -&gt;     Distinct
 *   input                                    input
 * </pre>
 *
 * <p>Does not fire for an aggregate with calls or with keys that are not all columns; the search
 * makes none, see {@link GroupingRel}.
 */
final class ImplementDistinctRule extends ItemRule {
  static final ImplementDistinctRule INSTANCE = new ImplementDistinctRule();

  private ImplementDistinctRule() {
    super(
        "ImplementDistinct",
        b ->
            b.operand(LogicalAggregate.class)
                .predicate(ImplementDistinctRule::isDistinct)
                .anyInputs());
  }

  private static boolean isDistinct(LogicalAggregate aggregate) {
    int columns = aggregate.getInput().getRowType().getFieldCount();
    return aggregate.getAggCallList().isEmpty() && aggregate.getGroupCount() == columns;
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalAggregate distinct = call.rel(0);
    call.transformTo(new ItemDistinct(itemTraits(distinct), toItem(distinct.getInput())));
  }
}
