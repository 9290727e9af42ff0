package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.item.Item;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyedUnion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The items of a KeyedUnion: those of each branch, without those that an earlier one found. */
final class KeyedUnionItems {
  private KeyedUnionItems() {}

  static Cursor<Item> of(
      AccessCursors accesses,
      KeyedUnion node,
      PlanRow outer,
      AttributeSelection selection,
      Demand demand) {
    AttributeSelection withKey = Selections.plus(selection, node.table().key());
    List<Supplier<Cursor<Item>>> branches = new ArrayList<>();
    for (Access branch : node.branches()) {
      branches.add(() -> accesses.items(branch, outer, withKey, demand));
    }
    return new DistinctCursor<>(
        new ConcatenationCursor<>(branches), item -> IndexEntries.keyOf(node.table(), item));
  }
}
