package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.KeyedUnion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
      branches.add(() -> accesses.measuredItems(branch, outer, withKey, demand));
    }
    Cursor<PlanRow> rows =
        new MapCursor<>(
            new ConcatenationCursor<>(branches),
            item -> key(node.table(), item).with(PlanRow.of(item.asMap())));
    int keyWidth = node.table().key().attributes().size();
    return new MapCursor<>(
        new DistinctCursor(rows, row -> row.first(keyWidth), accesses.gatheringLimits()),
        row -> item(row.get(keyWidth)));
  }

  private static PlanRow key(TableDescription table, Item item) {
    return PlanRow.of(
        table.key().attributes().stream().map(attribute -> item.get(attribute.name())).toList());
  }

  private static Item item(@Nullable AttributeValue value) {
    if (value instanceof MapValue map) {
      return new Item(map.members());
    }
    throw new IllegalStateException("a row without its item");
  }
}
