package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalUnion;

/**
 * Reads inputs one after the other.
 *
 * <pre>
 * LogicalUnion(all)     -&gt;     UnionAll
 *   inputs                       inputs
 * </pre>
 *
 * <p>Does not fire for a union that drops repetitions; the search makes none.
 */
final class ImplementUnionRule extends ItemRule {
  static final ImplementUnionRule INSTANCE = new ImplementUnionRule();

  private ImplementUnionRule() {
    super(
        "ImplementUnion",
        b -> b.operand(LogicalUnion.class).predicate(union -> union.all).anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalUnion union = call.rel(0);
    call.transformTo(
        new ItemUnion(
            union.getCluster(),
            itemTraits(union),
            union.getInputs().stream().map(ItemRule::toItem).toList()));
  }
}
