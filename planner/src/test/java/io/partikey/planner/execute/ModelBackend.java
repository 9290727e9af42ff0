package io.partikey.planner.execute;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Catalog;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.TransactionCanceledException.Reason;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.backend.WriteResult.Outcome;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.ItemUpdate;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store as simple as can be: items in maps, every read a walk over all of them. Returns exactly
 * the attributes that a read selects, in pages of a few items, so that cursors cannot rely on more.
 */
final class ModelBackend implements Backend {
  private final Map<String, TableDescription> tables = new HashMap<>();
  private final Map<String, Map<ItemKey, Item>> items = new HashMap<>();
  private int pageItems = 3;
  private int openViews;
  private int viewsOpened;
  private int requests;
  private @Nullable Runnable beforeWrite;

  ModelBackend(TableDescription... tables) {
    for (TableDescription table : tables) {
      createTable(table);
    }
  }

  /** Stores items of a table. */
  ModelBackend with(TableDescription table, Item... stored) {
    for (Item item : stored) {
      items(table.name()).put(KeyRules.checkPut(table, item), item);
    }
    return this;
  }

  /** Makes pages of this many items. */
  ModelBackend pagesOf(int newPageItems) {
    pageItems = newPageItems;
    return this;
  }

  /** Does something once, right before the next write. */
  void beforeNextWrite(Runnable action) {
    beforeWrite = action;
  }

  /** How many views are open. */
  int openViews() {
    return openViews;
  }

  /** How many views were ever opened. */
  int viewsOpened() {
    return viewsOpened;
  }

  /** How many requests were made for items. */
  int requests() {
    return requests;
  }

  /** All items of a table. */
  List<Item> all(TableDescription table) {
    return List.copyOf(items(table.name()).values());
  }

  /** The item of a key, null if there is none. */
  @Nullable Item get(
      TableDescription table, AttributeValue partition, @Nullable AttributeValue sort) {
    return items(table.name()).get(new ItemKey(partition, sort));
  }

  private Map<ItemKey, Item> items(String table) {
    return items.computeIfAbsent(table, name -> new LinkedHashMap<>());
  }

  private TableDescription table(String name) {
    return Objects.requireNonNull(tables.get(name), "no table " + name);
  }

  @Override
  public ReadView openView() {
    openViews++;
    viewsOpened++;
    Map<String, List<Item>> snapshot = new HashMap<>();
    items.forEach((name, stored) -> snapshot.put(name, List.copyOf(stored.values())));
    return new ModelView(
        Map.copyOf(tables), snapshot, pageItems, () -> requests++, () -> openViews--);
  }

  @Override
  public WriteResult write(WriteRequest request) {
    interfere();
    return apply(request, true);
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> writes) {
    interfere();
    List<Reason> reasons = new ArrayList<>();
    for (WriteRequest request : writes) {
      reasons.add(reason(request, apply(request, false)));
    }
    if (reasons.stream().anyMatch(reason -> !reason.equals(Reason.NONE))) {
      throw new TransactionCanceledException(reasons);
    }
    return writes.stream().map(request -> apply(request, true)).toList();
  }

  private void interfere() {
    @Nullable Runnable action = beforeWrite;
    beforeWrite = null;
    if (action != null) {
      action.run();
    }
  }

  private static Reason reason(WriteRequest request, WriteResult result) {
    return switch (result.outcome()) {
      case APPLIED -> Reason.NONE;
      case DUPLICATE -> Reason.of("DuplicateItem", "Duplicate primary key exists in table", null);
      case NOT_FOUND -> request instanceof WriteRequest.Delete ? Reason.NONE : conditionFailed();
      case CONDITION_FAILED -> conditionFailed();
    };
  }

  private static Reason conditionFailed() {
    return Reason.of("ConditionalCheckFailed", "The conditional request failed", null);
  }

  private WriteResult apply(WriteRequest request, boolean store) {
    TableDescription table = table(request.table());
    ItemKey key = keyOf(table, request);
    Map<ItemKey, Item> stored = items(table.name());
    @Nullable Item old = stored.get(key);
    if (request instanceof WriteRequest.Put put && put.ifExists() == IfExists.FAIL && old != null) {
      return result(Outcome.DUPLICATE, old);
    }
    if (!(request instanceof WriteRequest.Put) && old == null) {
      return result(Outcome.NOT_FOUND, null);
    }
    @Nullable BoundExpression condition = request.condition();
    if (condition != null && !condition.isTrue(old == null ? Item.EMPTY : old)) {
      return result(Outcome.CONDITION_FAILED, old);
    }
    return applied(request, old, store ? stored : new LinkedHashMap<>(), key);
  }

  private static WriteResult applied(
      WriteRequest request, @Nullable Item old, Map<ItemKey, Item> stored, ItemKey key) {
    if (request instanceof WriteRequest.Put put) {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      if (put.ifExists() == IfExists.MERGE && old != null) {
        attributes.putAll(old.attributes());
      }
      attributes.putAll(put.item().attributes());
      stored.put(key, new Item(attributes));
      return result(Outcome.APPLIED, null);
    }
    Item before = Objects.requireNonNull(old);
    if (request instanceof WriteRequest.Delete delete) {
      stored.remove(key);
      return result(Outcome.APPLIED, delete.returnValues() == ReturnValues.ALL_OLD ? before : null);
    }
    WriteRequest.Update update = (WriteRequest.Update) request;
    ItemUpdate change = ItemUpdate.of(before, update.actions(), update.parameters());
    stored.put(key, change.after());
    return result(
        Outcome.APPLIED,
        switch (update.returnValues()) {
          case NONE -> null;
          case ALL_OLD -> before;
          case ALL_NEW -> change.after();
          case MODIFIED_OLD -> change.modifiedOld();
          case MODIFIED_NEW -> change.modifiedNew();
        });
  }

  private static WriteResult result(Outcome outcome, @Nullable Item returned) {
    return new WriteResult(
        outcome, Optional.ofNullable(returned), ConsumedCapacity.write("model", 1));
  }

  private static ItemKey keyOf(TableDescription table, WriteRequest request) {
    if (request instanceof WriteRequest.Put put) {
      return KeyRules.checkPut(table, put.item());
    }
    ItemKey key =
        request instanceof WriteRequest.Update update
            ? update.key()
            : ((WriteRequest.Delete) request).key();
    KeyRules.checkKey(table, key);
    return key;
  }

  @Override
  public Object identity() {
    return this;
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(1, tables);
  }

  @Override
  public TableStatistics statistics(String name) {
    return ModelView.statistics(table(name), items(name).values());
  }

  @Override
  public void createTable(TableDescription table) {
    tables.put(table.name(), table);
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, true);
  }

  @Override
  public List<ObservedAttribute> observedAttributes(String table) {
    return List.of();
  }

  @Override
  public List<PartitionDescription> partitions(String table) {
    return List.of();
  }

  @Override
  public void dropTable(String table) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createIndex(String table, IndexDescription index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void dropIndex(String table, String index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTimeToLive(String table, Optional<String> attribute) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void declareColumn(String table, DeclaredColumn column) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Transaction begin() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void backup(Path directory) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void shutdown() {}

  @Override
  public void close() {}
}
