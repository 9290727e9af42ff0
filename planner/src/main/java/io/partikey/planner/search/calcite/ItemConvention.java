package io.partikey.planner.search.calcite;

import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** The convention of relational expressions that are run by cursors over items: ITEM. */
final class ItemConvention extends Convention.Impl {
  /** The one instance. */
  static final ItemConvention INSTANCE = new ItemConvention();

  private ItemConvention() {
    super("ITEM", ItemRel.class);
  }

  /** Sorts what does not come in the order that is asked for. */
  @Override
  public @Nullable RelNode enforce(RelNode input, RelTraitSet required) {
    @Nullable RelCollation collation = required.getCollation();
    if (input.getConvention() != this || collation == null || collation.getKeys().isEmpty()) {
      return null;
    }
    return new ItemSort(input.getCluster(), required, input);
  }
}
