package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalProject;

/**
 * Computes rows from rows.
 *
 * <pre>
 * LogicalProject(expressions)     -&gt;     Project(expressions)
 *   input                                  input
 * </pre>
 *
 * <p>Fires on every projection. The input is asked for the order that it had, which the traits of
 * the projection itself do not tell.
 */
final class ImplementProjectRule extends ItemRule {
  static final ImplementProjectRule INSTANCE = new ImplementProjectRule();

  private ImplementProjectRule() {
    super("ImplementProject", b -> b.operand(LogicalProject.class).anyInputs());
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalProject project = call.rel(0);
    call.transformTo(
        new ItemProject(
            itemTraits(project),
            toItem(project.getInput()),
            ExpressionPool.of(project.getCluster()).expressions(project.getProjects())));
  }
}
