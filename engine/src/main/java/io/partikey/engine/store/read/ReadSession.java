package io.partikey.engine.store.read;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.GetResult;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.partition.ObjectTotals;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.row.StoredItem;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads on the rows and the definitions of one moment. Closing it runs what its maker gave it. */
public final class ReadSession implements ReadView {
  private final CatalogSnapshot catalog;
  private final Rows rows;
  private final ViewCounts counts;
  private final Heat heat;
  private final Runnable onClose;
  private final @Nullable Executor readers;
  private @Nullable ScanAhead scanAhead;
  private volatile boolean closed;

  /**
   * Reads on one moment.
   *
   * @param catalog the definitions
   * @param rows the rows
   * @param counts the counts of the rows
   * @param heat what the reads consume is added to it
   * @param readers read the pages of scans ahead; null if rows are for one thread alone
   * @param onClose releases the rows; run once
   */
  public ReadSession(
      CatalogSnapshot catalog,
      Rows rows,
      ViewCounts counts,
      Heat heat,
      @Nullable Executor readers,
      Runnable onClose) {
    this.readers = readers;
    this.counts = counts;
    this.heat = heat;
    this.catalog = catalog;
    this.rows = rows;
    this.onClose = onClose;
  }

  @Override
  public GetResult getItems(GetRequest request) {
    requireOpen();
    StoredTable table = catalog.table(request.table());
    List<byte[]> keys = new ArrayList<>(request.keys().size());
    for (ItemKey key : request.keys()) {
      KeyRules.checkKey(table.description(), key);
      keys.add(table.keys().of(key));
    }
    List<@Nullable Item> items = new ArrayList<>(keys.size());
    double units = 0;
    List<byte @Nullable []> found = rows.getPage(keys);
    PageMemory memory = new PageMemory(1);
    for (int i = 0; i < found.size() && !memory.isFull(); i++) {
      byte @Nullable [] row = found.get(i);
      @Nullable StoredItem item = row == null ? null : StoredItem.of(row);
      @Nullable Item selected = item == null ? null : item.select(request.attributes());
      items.add(selected);
      if (selected != null && found.size() > 1) {
        memory.add(selected);
      }
      double unitsOfItem = ReadUnits.of(item == null ? 0 : item.size(), request.consistent());
      units += unitsOfItem;
      warm(table.keys(), keys.get(i), List.of(request.keys().get(i).partition()), unitsOfItem);
    }
    return new GetResult(items, ConsumedCapacity.read(table.name(), units));
  }

  @Override
  public Page query(QueryRequest request) {
    requireOpen();
    Source source = source(request.table(), request.index());
    KeyRange range = source.keys().query(request.partition(), request.sort());
    Direction direction = Direction.of(request.ascending());
    PagePart part = source.read(request.page(), range, direction, rows, null);
    Page page = part.page(request.page(), source.target(), part.more());
    warm(source.keys(), range.start(), request.partition(), page.consumed().readUnits());
    return page;
  }

  @Override
  public Page scan(ScanRequest request) {
    requireOpen();
    @Nullable ScanAhead ahead = scanAhead;
    if (ahead == null || !ahead.continues(request)) {
      ahead = begin(request);
    }
    return ahead.next(request);
  }

  private ScanAhead begin(ScanRequest request) {
    endScan();
    Source source = source(request.table(), request.index());
    ScanAhead begun = new ScanAhead(source, rows, heat, request, readers);
    scanAhead = begun;
    return begun;
  }

  private void endScan() {
    @Nullable ScanAhead ahead = scanAhead;
    scanAhead = null;
    if (ahead != null) {
      ahead.close();
    }
  }

  @Override
  public TableStatistics statistics(String tableName) {
    requireOpen();
    StoredTable table = catalog.table(tableName);
    ObjectTotals items = counts.of(table.keys());
    Map<String, TableStatistics.Counts> ofIndexes = new HashMap<>();
    for (StoredIndex index : table.indexes()) {
      ObjectTotals entries = counts.of(index.keys());
      ofIndexes.put(index.description().name(), entries.counts());
      if (index.description().isActive() && entries.items() == items.items()) {
        counts.foundComplete(table, index);
      }
    }
    return new TableStatistics(items.counts(), ofIndexes);
  }

  private void warm(KeyLayout keys, byte[] key, List<AttributeValue> collection, double units) {
    heat.add(keys.objectId(), KeyLayout.hash(key), collection, units, 0);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      endScan();
      onClose.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new EngineException(
          ErrorCode.CLOSED, "This view of the database was closed. Open another one.");
    }
  }

  private Source source(String tableName, @Nullable String indexName) {
    StoredTable table = catalog.table(tableName);
    if (indexName == null) {
      return new Source(
          tableName,
          table.keys(),
          table.partitions(),
          names(table.description().key().attributes()));
    }
    StoredIndex index = table.readableIndex(indexName);
    Set<String> names = names(index.description().key().attributes());
    names.addAll(names(table.description().key().attributes()));
    return new Source(tableName + "." + indexName, index.keys(), index.partitions(), names);
  }

  private static Set<String> names(List<KeyAttribute> attributes) {
    Set<String> names = new HashSet<>();
    attributes.forEach(attribute -> names.add(attribute.name()));
    return names;
  }
}
