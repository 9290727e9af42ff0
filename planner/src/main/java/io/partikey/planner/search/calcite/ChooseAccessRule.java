package io.partikey.planner.search.calcite;

import io.partikey.planner.search.key.AccessPath;
import org.apache.calcite.plan.RelOptRuleCall;

/**
 * Reads a source through each of its access paths.
 *
 * <pre>
 * Source    -&gt;    KeyGet | MultiGet | Query | IndexQuery | KeyedUnion
 * </pre>
 *
 * <p>The scan is among the paths only where there is no other. Fires on every source.
 */
final class ChooseAccessRule extends ItemRule {
  static final ChooseAccessRule INSTANCE = new ChooseAccessRule();

  private ChooseAccessRule() {
    super("ChooseAccess", b -> b.operand(SourceRel.class).noInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    SourceRel source = call.rel(0);
    for (AccessPath path : source.paths()) {
      call.transformTo(ItemAccess.natural(source, path));
    }
  }
}
