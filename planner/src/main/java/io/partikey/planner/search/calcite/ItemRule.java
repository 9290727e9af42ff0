package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.tools.RelBuilderFactory;

/** A rule of this search: stateless, one instance for all statements. */
abstract class ItemRule extends RelRule<ItemRule.Config> {
  /**
   * A rule.
   *
   * @param operands the expressions that it is asked about
   */
  ItemRule(String description, OperandTransform operands) {
    super(new Config(description, operands, RelFactories.LOGICAL_BUILDER));
  }

  /** An input in the convention ITEM, in the order that the logical input had. */
  static RelNode toItem(RelNode input) {
    return convert(input, input.getTraitSet().simplify().replace(ItemConvention.INSTANCE));
  }

  /** The traits of a logical expression, in the convention ITEM. */
  static RelTraitSet itemTraits(RelNode logical) {
    return logical.getTraitSet().simplify().replace(ItemConvention.INSTANCE);
  }

  /** What Calcite configures a rule with. */
  record Config(
      String description, OperandTransform operandSupplier, RelBuilderFactory relBuilderFactory)
      implements RelRule.Config {
    @Override
    public RelOptRule toRule() {
      throw new UnsupportedOperationException("each rule has its one instance");
    }

    @Override
    public Config withDescription(String newDescription) {
      return new Config(newDescription, operandSupplier, relBuilderFactory);
    }

    @Override
    public Config withOperandSupplier(OperandTransform newOperands) {
      return new Config(description, newOperands, relBuilderFactory);
    }

    @Override
    public Config withRelBuilderFactory(RelBuilderFactory newFactory) {
      return new Config(description, operandSupplier, newFactory);
    }
  }
}
