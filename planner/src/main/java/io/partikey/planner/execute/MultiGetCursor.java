package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.plan.MultiGet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
  private List<ItemKey> keys = List.of();
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
    this.batches = new BatchCursor<>(keys, demand, MemorySize::of);
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
            keys(node, new KeyEvaluator(context, outer)),
            residual.widen(selection),
            demand);
    return AccessCursors.filtered(context, items, residual.kept(), outer);
  }

  // Made one after the other: a hundred values of each of two attributes are ten thousand keys.
  private static Cursor<ItemKey> keys(MultiGet node, KeyEvaluator evaluator) {
    @Nullable KeyAttribute sortKey = node.table().sortKey().orElse(null);
    Set<AttributeValue> sorts = sortKey == null ? Set.of() : evaluator.sorts(sortKey, node.sorts());
    Stream<AttributeValue> partitions =
        evaluator.partitions(node.table().partitionKey(), node.partitions()).stream();
    Stream<ItemKey> keys =
        sortKey == null
            ? partitions.map(ItemKey::of)
            : partitions.flatMap(
                partition -> sorts.stream().map(sort -> ItemKey.of(partition, sort)));
    return new IteratorCursor<>(keys.iterator());
  }

  @Override
  public CursorStep<Item> next() {
    if (position < items.size()) {
      return CursorStep.found(items.get(position++));
    }
    if (keys.isEmpty()) {
      CursorStep<List<ItemKey>> batch = batches.next();
      if (!(batch instanceof CursorStep.Found<List<ItemKey>> found)) {
        return batch.map(list -> Item.EMPTY);
      }
      keys = found.value();
    }
    List<@Nullable Item> got = context.get(new GetRequest(table, keys, selection, false)).items();
    keys = keys.subList(got.size(), keys.size());
    items = got.stream().filter(Objects::nonNull).toList();
    position = 0;
    return CursorStep.paused();
  }

  @Override
  public void close() {
    keys = List.of();
    items = List.of();
    position = 0;
    batches.close();
  }
}
