package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.plan.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items of a Query:
 *
 * <pre>
 * limit                       most items, after the residual
 *   residual                  what the store did not test
 *     fetch                   whole items for index entries, in batches
 *       concatenation | merge collection by collection, or all in sort key order
 *         pages ...           one collection each, the store's part of the residual tested
 * </pre>
 */
final class QueryItems {
  /** About how many items a merge of many collections holds. */
  private static final int MOST_MERGED = 16_384;

  /** How many items of a collection are read at once however many collections there are. */
  private static final int LEAST_SHARED = 16;

  /** What a store's own page has, about. */
  private static final int STORE_PAGE = 256;

  private final ExecutionContext context;
  private final Query node;
  private final PlanRow outer;
  private final Demand demand;
  private final AttributeSelection selection;
  private final Residual residual;

  private QueryItems(
      ExecutionContext context,
      Query node,
      PlanRow outer,
      Demand demand,
      AttributeSelection selection,
      Residual residual) {
    this.context = context;
    this.node = node;
    this.outer = outer;
    this.demand = demand;
    this.selection = selection;
    this.residual = residual;
  }

  /** The items of a node. */
  static Cursor<Item> of(
      ExecutionContext context,
      Query node,
      PlanRow outer,
      AttributeSelection selection,
      Demand demand) {
    Slicing slicing = Slicing.of(node.limit(), null, context.parameters());
    Residual residual =
        IndexEntries.residual(node.table(), node.index(), node.fetch(), node.residual(), outer);
    QueryItems cursor =
        new QueryItems(
            context, node, outer, slicing.demand(demand), residual.widen(selection), residual);
    return slicing.apply(cursor.items());
  }

  private Cursor<Item> items() {
    KeyEvaluator evaluator = new KeyEvaluator(context, outer, node.chosen() ? node : null);
    List<List<AttributeValue>> collections =
        evaluator.combinations(key().partition(), node.partitions());
    Optional<SortCondition> range = new SortRange(evaluator, key().sort()).of(node.range());
    if (range.isEmpty() || collections.isEmpty()) {
      return new ListCursor<>(List.of());
    }
    Cursor<Item> read = read(collections, range.get());
    Cursor<Item> whole =
        node.fetch() ? IndexEntries.fetch(context, node.table(), read, selection, demand) : read;
    return AccessCursors.filtered(context, whole, residual.kept(), outer);
  }

  private KeySchema key() {
    @Nullable IndexDescription index = node.index();
    return index == null ? node.table().key() : index.key();
  }

  private Cursor<Item> read(List<List<AttributeValue>> collections, SortCondition range) {
    if (collections.size() == 1) {
      return pages(collections.get(0), range, pageSize());
    }
    if (!node.merged()) {
      PageSize shared = pageSize();
      return new ConcatenationCursor<>(
          collections.stream()
              .map(collection -> (Supplier<Cursor<Item>>) () -> pages(collection, range, shared))
              .toList());
    }
    Demand shared = sharedBy(collections.size());
    PageRequest first = firstPage().sharedBy(collections.size());
    List<Cursor<Item>> inputs =
        collections.stream()
            .map(collection -> pages(collection, range, first, pageSize(shared)))
            .toList();
    SortKeyOrder order = new SortKeyOrder(key().sort(), node.ascending());
    GatheringLimits limits = context.gatheringLimits();
    return new MergeCursor<>(
        inputs,
        order,
        new MergeCursor.Overflow<>(
            MemorySize::of, limits.memoryBytes(), rest -> sorted(rest, order, limits)));
  }

  private static Cursor<Item> sorted(
      Cursor<Item> items, SortKeyOrder order, GatheringLimits limits) {
    return new MapCursor<>(
        new SortCursor(new MapCursor<>(items, ItemRowKeys::row), new ItemRowKeys(order), limits),
        ItemRowKeys::item);
  }

  /** The demand on each of several collections whose pages are held at the same time. */
  private Demand sharedBy(int collections) {
    int most = Math.max(LEAST_SHARED, MOST_MERGED / collections);
    int asked = demand.fetchSize();
    boolean suffices = asked > 0 ? asked <= most : most >= STORE_PAGE;
    return suffices ? demand : new Demand(demand.rows(), most);
  }

  private PageSize pageSize() {
    return pageSize(demand);
  }

  private PageSize pageSize(Demand wanted) {
    return new PageSize(wanted, residual.isEmpty());
  }

  private Cursor<Item> pages(List<AttributeValue> partition, SortCondition range, PageSize size) {
    return pages(partition, range, firstPage(), size);
  }

  private Cursor<Item> pages(
      List<AttributeValue> partition, SortCondition range, PageRequest first, PageSize size) {
    TableDescription table = node.table();
    @Nullable IndexDescription index = node.index();
    QueryRequest request =
        new QueryRequest(
            table.name(),
            index == null ? null : index.name(),
            partition,
            range,
            node.ascending(),
            first);
    return new PageCursor(page -> context.query(request.withPage(page)), request.page(), size);
  }

  private PageRequest firstPage() {
    AttributeSelection read = node.fetch() ? IndexEntries.keys(node.table()) : selection;
    if (node.merged()) {
      read = Selections.plus(read, key().sort().stream().map(KeyAttribute::name).toList());
    }
    return new PageRequest(residual.filter(context.parameters()), read, 0, null, false);
  }
}
