package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.GetResult;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.backend.SortCondition.Bound;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A snapshot of a {@link ModelBackend}. */
final class ModelView implements ReadView {
  private final Map<String, TableDescription> tables;
  private final Map<String, List<Item>> items;
  private final int pageItems;
  private final Runnable onRequest;
  private final Runnable onClose;
  private boolean closed;

  ModelView(
      Map<String, TableDescription> tables,
      Map<String, List<Item>> items,
      int pageItems,
      Runnable onRequest,
      Runnable onClose) {
    this.tables = tables;
    this.items = items;
    this.pageItems = pageItems;
    this.onRequest = onRequest;
    this.onClose = onClose;
  }

  @Override
  public TableStatistics statistics(String table) {
    return statistics(
        Objects.requireNonNull(tables.get(table)), items.getOrDefault(table, List.of()));
  }

  /** The counts of a table of these items. */
  static TableStatistics statistics(TableDescription table, Collection<Item> items) {
    Map<String, Counts> indexes = new HashMap<>();
    for (IndexDescription index : table.indexes()) {
      long entries = items.stream().filter(item -> holds(index, item)).count();
      indexes.put(index.name(), new Counts(entries, 100 * entries, 1));
    }
    return new TableStatistics(new Counts(items.size(), 100L * items.size(), 1), indexes);
  }

  /** Whether an index has an entry for an item. */
  static boolean holds(IndexDescription index, Item item) {
    return index.key().attributes().stream().allMatch(a -> item.get(a.name()) != null);
  }

  @Override
  public GetResult getItems(GetRequest request) {
    begin();
    if (request.keys().size() > 100) {
      throw new AssertionError("more than 100 keys: " + request.keys().size());
    }
    TableDescription table = table(request.table());
    List<@Nullable Item> found = new ArrayList<>();
    for (ItemKey key : request.keys()) {
      KeyRules.checkKey(table, key);
      found.add(
          items(table).stream()
              .filter(item -> KeyRules.checkPut(table, item).equals(key))
              .findFirst()
              .map(item -> selected(item, request.attributes()))
              .orElse(null));
    }
    return new GetResult(
        found, ConsumedCapacity.read(request.table(), 0.5 * request.keys().size()));
  }

  @Override
  public Page query(QueryRequest request) {
    begin();
    TableDescription table = table(request.table());
    @Nullable IndexDescription index = index(table, request.index());
    KeySchema key = index == null ? table.key() : index.key();
    requireTypes(key, request);
    Comparator<Item> bySortKey = new SortKeyOrder(key.sort(), request.ascending());
    List<Item> read =
        entries(table, index).stream()
            .filter(item -> inCollection(key, request, item))
            .filter(item -> meets(request.sort(), key.sort(), item))
            .sorted(bySortKey)
            .toList();
    return page(table, index, read, request.page());
  }

  private static void requireTypes(KeySchema key, QueryRequest request) {
    for (int i = 0; i < key.partition().size(); i++) {
      if (request.partition().get(i).type() != key.partition().get(i).type()) {
        throw new AssertionError("a partition value of the wrong type: " + request);
      }
    }
  }

  private static boolean inCollection(KeySchema key, QueryRequest request, Item item) {
    for (int i = 0; i < key.partition().size(); i++) {
      if (!request.partition().get(i).equals(item.get(key.partition().get(i).name()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(SortCondition condition, List<KeyAttribute> sort, Item item) {
    for (int i = 0; i < condition.equal().size(); i++) {
      if (!condition.equal().get(i).equals(item.get(sort.get(i).name()))) {
        return false;
      }
    }
    if (condition.equal().size() == sort.size()) {
      return true;
    }
    @Nullable AttributeValue next = item.get(sort.get(condition.equal().size()).name());
    @Nullable AttributeValue prefix = condition.prefix();
    return meets(next, condition.lower(), ComparisonOperator.GREATER)
        && meets(next, condition.upper(), ComparisonOperator.LESS)
        && (prefix == null
            || (next != null
                && ScalarFunction.BEGINS_WITH.apply(List.of(next, prefix)) == BooleanValue.TRUE));
  }

  private static boolean meets(
      @Nullable AttributeValue value, @Nullable Bound bound, ComparisonOperator strictly) {
    return bound == null
        || strictly.test(value, bound.value())
        || (bound.inclusive() && ComparisonOperator.EQUAL.test(value, bound.value()));
  }

  @Override
  public Page scan(ScanRequest request) {
    begin();
    TableDescription table = table(request.table());
    @Nullable IndexDescription index = index(table, request.index());
    return page(table, index, entries(table, index), request.page());
  }

  private Page page(
      TableDescription table,
      @Nullable IndexDescription index,
      List<Item> read,
      PageRequest request) {
    @Nullable Continuation after = request.continuation();
    int from = after == null ? 0 : positionAfter(table, read, after);
    int limit = request.limit() == 0 ? pageItems : Math.min(pageItems, request.limit());
    List<Item> pageRead = read.subList(from, Math.min(read.size(), from + limit));
    @Nullable BoundExpression filter = request.filter();
    List<Item> kept =
        pageRead.stream()
            .filter(item -> filter == null || filter.isTrue(item))
            .map(item -> selected(item, request.attributes()))
            .toList();
    boolean more = from + pageRead.size() < read.size();
    Optional<Continuation> next =
        more
            ? Optional.of(new Continuation(pageRead.get(pageRead.size() - 1), 0))
            : Optional.empty();
    String target = index == null ? table.name() : table.name() + "." + index.name();
    return new Page(
        kept, pageRead.size(), next, ConsumedCapacity.read(target, 0.5 * pageRead.size()));
  }

  private static int positionAfter(TableDescription table, List<Item> read, Continuation last) {
    for (int i = 0; i < read.size(); i++) {
      if (IndexEntries.keyOf(table, read.get(i))
          .equals(IndexEntries.keyOf(table, last.lastKey()))) {
        return i + 1;
      }
    }
    throw new AssertionError("no such item: " + last);
  }

  private List<Item> entries(TableDescription table, @Nullable IndexDescription index) {
    if (index == null) {
      return items(table);
    }
    return items(table).stream()
        .filter(item -> holds(index, item))
        .map(item -> restricted(item, name -> index.projects(name, table.key())))
        .toList();
  }

  private static Item selected(Item item, AttributeSelection selection) {
    return restricted(item, selection::includes);
  }

  private static Item restricted(Item item, Predicate<String> kept) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(item.attributes());
    attributes.keySet().removeIf(name -> !kept.test(name));
    return new Item(attributes);
  }

  private void begin() {
    if (closed) {
      throw new AssertionError("the view is closed");
    }
    onRequest.run();
  }

  private TableDescription table(String name) {
    return Objects.requireNonNull(tables.get(name));
  }

  private static @Nullable IndexDescription index(TableDescription table, @Nullable String name) {
    return name == null ? null : table.index(name).orElseThrow();
  }

  private List<Item> items(TableDescription table) {
    return items.getOrDefault(table.name(), List.of());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }
}
