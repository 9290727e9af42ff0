package io.partikey.planner.search.calcite;

import io.partikey.planner.search.key.AccessPath;
import org.apache.calcite.plan.RelOptRuleCall;

/**
 * Looks the items for each outer row up through each of the access paths.
 *
 * <pre>
 * Lookup(source)     -&gt;     LookupJoin | SemiLookup
 *   outer                     outer
 *                             KeyGet | MultiGet | Query | IndexQuery | KeyedUnion
 * </pre>
 *
 * <p>Fires on every lookup. Which side is the outer one was decided before, by the order of joins.
 */
final class ChooseLookupRule extends ItemRule {
  static final ChooseLookupRule INSTANCE = new ChooseLookupRule();

  private ChooseLookupRule() {
    super("ChooseLookup", b -> b.operand(LookupRel.class).anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LookupRel lookup = call.rel(0);
    for (AccessPath path : lookup.paths()) {
      call.transformTo(new ItemLookup(itemTraits(lookup), toItem(lookup.getInput()), lookup, path));
    }
  }
}
