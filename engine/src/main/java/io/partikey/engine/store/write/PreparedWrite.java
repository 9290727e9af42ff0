package io.partikey.engine.store.write;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemLimits;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Observations;
import io.partikey.engine.store.catalog.ObservedAttributes;
import io.partikey.engine.store.catalog.ObservedAttributes.Sighting;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.row.StoredItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was checked as far as it can be without its item, and the row that it is about.
 * Immutable.
 */
public final class PreparedWrite {
  private final StoredTable table;
  private final WriteRequest request;
  private final ItemKey key;
  private final byte[] rowKey;

  private PreparedWrite(StoredTable table, WriteRequest request, ItemKey key) {
    this.table = table;
    this.request = request;
    this.key = key;
    this.rowKey = table.keys().of(key);
  }

  /**
   * Checks a request.
   *
   * @throws io.partikey.engine.error.EngineException if its table does not exist or it is invalid
   */
  public static PreparedWrite of(CatalogSnapshot catalog, WriteRequest request) {
    StoredTable table = catalog.table(request.table());
    return new PreparedWrite(table, request, RequestEvaluation.check(table.description(), request));
  }

  /** The key of the row. */
  public byte[] rowKey() {
    return rowKey;
  }

  StoredTable table() {
    return table;
  }

  WriteRequest request() {
    return request;
  }

  /**
   * Evaluates the request on the row as it is.
   *
   * @param row the bytes of the item, null if there is none
   * @param rows where entries of indexes that are being built are looked up
   */
  public Effect on(byte @Nullable [] row, Rows rows, Observations observations) {
    @Nullable ItemImage before = row == null ? null : ItemImage.of(StoredItem.of(row));
    Evaluation evaluation =
        RequestEvaluation.evaluate(
            table.description(), request, before == null ? null : before.item());
    ChangeSet changes = new ChangeSet();
    if (!evaluation.isChange()) {
      return new Effect(result(evaluation, units(before, null), List.of()), changes, List.of());
    }
    @Nullable Item afterItem = evaluation.after();
    @Nullable ItemImage after = afterItem == null ? null : ItemImage.of(afterItem);
    change(before, after, changes);
    if (afterItem != null) {
      observe(afterItem, observations.of(table.id()), changes);
    }
    List<EntryUnits> ofIndexes =
        table.indexes().isEmpty() ? List.of() : maintain(before, after, rows, changes);
    return new Effect(result(evaluation, units(before, after), ofIndexes), changes, ofIndexes);
  }

  /**
   * Adds to the heat of the partitions what the request consumed of its table and its indexes.
   *
   * @param result what the caller is told
   */
  public void warm(Heat heat, WriteResult result, Effect effect) {
    ConsumedCapacity.@Nullable Units units = result.consumed().byTarget().get(table.name());
    if (units != null) {
      heat.add(table.id(), KeyLayout.hash(rowKey), List.of(key.partition()), 0, units.write());
    }
    effect.ofIndexes.forEach(each -> each.warm(heat));
  }

  private void change(@Nullable ItemImage before, @Nullable ItemImage after, ChangeSet changes) {
    if (after == null) {
      changes.delete(rowKey);
    } else {
      changes.put(rowKey, after.bytes());
    }
    int items = (after == null ? 0 : 1) - (before == null ? 0 : 1);
    changes.counts().add(table.id(), KeyLayout.hash(rowKey), items, size(after) - size(before));
  }

  private List<EntryUnits> maintain(
      @Nullable ItemImage before, @Nullable ItemImage after, Rows rows, ChangeSet changes) {
    IndexMaintenance maintenance = new IndexMaintenance(table, rows);
    List<EntryUnits> units = maintenance.maintain(before, after, changes);
    if (table.hasLocalIndexes()) {
      if (after != null) {
        boolean updated = before != null && isUpdate();
        ItemLimits.checkWithLocalEntries(after.size() + maintenance.localBytes(), updated);
      }
      changes.addToCollection(
          table.keys().collectionCounter(key.partition()),
          (long) size(after) - size(before) + maintenance.localGrowth());
    }
    return units;
  }

  private boolean isUpdate() {
    return request instanceof WriteRequest.Update
        || (request instanceof WriteRequest.Put put
            && put.ifExists() == WriteRequest.Put.IfExists.MERGE);
  }

  private void observe(Item item, ObservedAttributes observed, ChangeSet changes) {
    for (Map.Entry<String, AttributeValue> attribute : item.attributes().entrySet()) {
      if (observed.isNew(attribute.getKey(), attribute.getValue().type())) {
        changes.observe(table.id(), new Sighting(attribute.getKey(), attribute.getValue().type()));
      }
    }
  }

  private WriteResult result(Evaluation evaluation, double units, List<EntryUnits> ofIndexes) {
    ConsumedCapacity consumed = ConsumedCapacity.write(table.name(), units);
    for (EntryUnits each : ofIndexes) {
      consumed = consumed.plus(each.consumed(table.name()));
    }
    return new WriteResult(evaluation.outcome(), evaluation.returned(), consumed);
  }

  private static double units(@Nullable ItemImage before, @Nullable ItemImage after) {
    return CapacityUnits.write(Math.max(size(before), size(after)));
  }

  private static int size(@Nullable ItemImage image) {
    return image == null ? 0 : image.size();
  }

  /**
   * What a request does.
   *
   * @param result what the caller is told
   * @param changes what is to be committed, empty if nothing
   * @param ofIndexes what it costs to keep the indexes
   */
  public record Effect(WriteResult result, ChangeSet changes, List<EntryUnits> ofIndexes) {}
}
