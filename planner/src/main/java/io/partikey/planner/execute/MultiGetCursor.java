package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.plan.MultiGet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of keys, in the order of the keys, got in batches, with a pause after each get. Closes
 * its input, the keys.
 *
 * <p>What a MultiGet runs as, and how whole items are fetched for the entries of an index.
 */
final class MultiGetCursor implements Cursor<Item> {
  private final ExecutionContext context;
  private final String table;
  private final AttributeSelection selection;
  private final BatchCursor<ItemKey> batches;
  private List<Item> items = List.of();
  private int position;

  /** Items of a table for keys of which none comes twice. */
  MultiGetCursor(
      ExecutionContext context,
      String table,
      Cursor<ItemKey> keys,
      AttributeSelection selection,
      Demand demand) {
    this.context = context;
    this.table = table;
    this.selection = selection;
    this.batches = new BatchCursor<>(keys, demand);
  }

  /** The items of a node. */
  static Cursor<Item> of(
      ExecutionContext context,
      MultiGet node,
      PlanRow outer,
      AttributeSelection selection,
      Demand demand) {
    Residual residual = Residual.kept(node.residual());
    Cursor<Item> items =
        new MultiGetCursor(
            context,
            node.table().name(),
            new ListCursor<>(keys(node, new KeyEvaluator(context, outer))),
            residual.widen(selection),
            demand);
    return AccessCursors.filtered(context, items, residual.kept(), outer);
  }

  private static List<ItemKey> keys(MultiGet node, KeyEvaluator evaluator) {
    @Nullable KeyAttribute sortKey = node.table().sortKey().orElse(null);
    Set<AttributeValue> sorts = sortKey == null ? Set.of() : evaluator.sorts(sortKey, node.sorts());
    List<ItemKey> keys = new ArrayList<>();
    for (AttributeValue partition :
        evaluator.partitions(node.table().partitionKey(), node.partitions())) {
      if (sortKey == null) {
        keys.add(ItemKey.of(partition));
      }
      sorts.forEach(sort -> keys.add(ItemKey.of(partition, sort)));
    }
    return keys;
  }

  @Override
  public CursorStep<Item> next() {
    if (position < items.size()) {
      return CursorStep.found(items.get(position++));
    }
    CursorStep<List<ItemKey>> batch = batches.next();
    if (!(batch instanceof CursorStep.Found<List<ItemKey>> keys)) {
      return batch.map(list -> Item.EMPTY);
    }
    items =
        context.get(new GetRequest(table, keys.value(), selection, false)).items().stream()
            .filter(Objects::nonNull)
            .toList();
    position = 0;
    return CursorStep.paused();
  }

  @Override
  public void close() {
    items = List.of();
    position = 0;
    batches.close();
  }
}
