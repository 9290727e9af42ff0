package io.partikey.planner.search.calcite;

import io.partikey.planner.plan.PlanNode;
import java.util.List;
import org.apache.calcite.plan.DeriveMode;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.PhysicalNode;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A relational expression in the convention {@link ItemConvention}: it can be made a plan node.
 *
 * <p>Orders are asked for from above, by {@code passThroughTraits}; none is derived from below.
 */
interface ItemRel extends PhysicalNode {
  /** The plan node for this expression over the nodes for its inputs. */
  PlanNode toPlan(List<PlanNode> inputs);

  /** The traits to ask of the inputs for an order, null where none can be asked for. */
  @Override
  default @Nullable Pair<RelTraitSet, List<RelTraitSet>> passThroughTraits(RelTraitSet required) {
    return null;
  }

  @Override
  default DeriveMode getDeriveMode() {
    return DeriveMode.PROHIBITED;
  }
}
