package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;

/**
 * Takes the elements of a collection of each row.
 *
 * <pre>
 * Unnest(collection)     -&gt;     Unnest(collection)
 *   input                         input
 * </pre>
 *
 * <p>Fires on every unnesting.
 */
final class ImplementUnnestRule extends ItemRule {
  static final ImplementUnnestRule INSTANCE = new ImplementUnnestRule();

  private ImplementUnnestRule() {
    super("ImplementUnnest", b -> b.operand(UnnestRel.class).anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    UnnestRel unnest = call.rel(0);
    call.transformTo(
        new ItemUnnest(itemTraits(unnest), toItem(unnest.getInput()), unnest.unnest()));
  }
}
