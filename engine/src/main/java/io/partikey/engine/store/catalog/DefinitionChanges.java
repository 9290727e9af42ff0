package io.partikey.engine.store.catalog;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.ObjectCounts;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexState;
import io.partikey.engine.table.TableDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of definitions: each is durable when its method returns, and made as a whole. */
public final class DefinitionChanges {
  private final Definitions definitions;

  /** The changes of these definitions. */
  public DefinitionChanges(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Makes an empty table.
   *
   * @throws EngineException with {@code DUPLICATE_TABLE}, or if the description is invalid
   */
  public void createTable(TableDescription description) {
    DefinitionRules.check(description);
    definitions.change(
        (before, batch) -> {
          if (before.find(description.name()) != null) {
            throw new EngineException(
                ErrorCode.DUPLICATE_TABLE,
                "Table \""
                    + description.name()
                    + "\" exists already. Choose another name, or write CREATE TABLE IF NOT"
                    + " EXISTS.");
          }
          int id = before.nextObjectId();
          List<StoredIndex> indexes = new ArrayList<>();
          for (IndexDescription index : description.indexes()) {
            int indexId = id + 1 + indexes.size();
            indexes.add(
                new StoredIndex(
                    indexId,
                    inState(index, IndexState.ACTIVE),
                    PartitionMap.evenly(1),
                    description.key()));
          }
          StoredTable table =
              new StoredTable(
                  id, description, PartitionMap.evenly(description.initialPartitions()), indexes);
          Definitions.put(table, batch);
          definitions.counts().create(id, table.partitions());
          indexes.forEach(this::createCounts);
          definitions.observations().add(id, new ObservedAttributes(id));
          return before.with(table, id + 1 + indexes.size());
        });
  }

  /**
   * Removes a table with all that belongs to it; the answer is the ids of the objects whose space
   * is free.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE}
   */
  public List<Integer> dropTable(String name) {
    List<Integer> objects = new ArrayList<>();
    definitions.change(
        (before, batch) -> {
          StoredTable table = before.table(name);
          Definitions.delete(table, batch);
          delete(table.keys(), batch);
          batch.deleteRange(table.keys().collectionCounters());
          objects.add(table.id());
          for (StoredIndex index : table.indexes()) {
            delete(index, batch);
            objects.add(index.keys().objectId());
          }
          return before.without(name);
        });
    objects.forEach(definitions.counts()::drop);
    definitions.observations().drop(objects.get(0));
    return objects;
  }

  /**
   * Adds an index that has no entries yet and may not be read; writes keep it from now on. The
   * answer is its id.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE} or {@code DUPLICATE_INDEX}, or if the
   *     description is invalid
   */
  public int addIndex(String tableName, IndexDescription description) {
    List<StoredIndex> added = new ArrayList<>();
    definitions.change(
        (before, batch) -> {
          StoredTable table = before.table(tableName);
          if (table.findIndex(description.name()).isPresent()) {
            throw DefinitionRules.duplicate(tableName, description.name());
          }
          StoredIndex index =
              new StoredIndex(
                  before.nextObjectId(),
                  inState(description, IndexState.BUILDING),
                  PartitionMap.evenly(1),
                  table.description().key());
          StoredTable changed = table.withIndex(index);
          DefinitionRules.check(changed.description());
          Definitions.put(changed, batch);
          createCounts(index);
          added.add(index);
          return before.with(changed, before.nextObjectId() + 1);
        });
    return added.get(0).keys().objectId();
  }

  /** Makes an index that is complete readable, if it still exists. */
  public void activateIndex(String tableName, int indexId) {
    definitions.change(
        (before, batch) -> {
          @Nullable StoredTable table = before.find(tableName);
          Optional<StoredIndex> index = find(table, indexId);
          if (table == null || index.isEmpty()) {
            return before;
          }
          StoredTable changed =
              table.withChangedIndex(inState(index.get().description(), IndexState.ACTIVE));
          Definitions.put(changed, batch);
          batch.deleteRecord(Definitions.buildPositionKey(indexId));
          return before.with(changed, before.nextObjectId());
        });
  }

  /**
   * Shows how much of an index is built, from 0 to 1, if it still exists. What is shown is in the
   * catalog, and plans are made for a catalog: it is to be called seldom.
   */
  public void showProgress(String tableName, int indexId, double progress) {
    definitions.show(
        before -> {
          @Nullable StoredTable table = before.find(tableName);
          Optional<StoredIndex> index = find(table, indexId);
          if (table == null || index.isEmpty()) {
            return before;
          }
          IndexDescription now = index.get().description();
          return before.withProgress(
              table.withChangedIndex(
                  new IndexDescription(
                      now.name(), now.kind(), now.key(), now.projection(), now.state(), progress)));
        });
  }

  /**
   * Divides a table or index in another way, while nobody writes.
   *
   * @param patience how long to wait for the writes that are under way
   * @param objectId the id of the table or of one of its indexes
   * @param before what counts the object by the division that is known
   * @param counts makes the batch change the counters; the answer counts the object from then on
   * @return whether the object still exists and is counted so; empty if others wrote all the time
   */
  public Optional<Boolean> tryDivide(
      Duration patience,
      String tableName,
      int objectId,
      ObjectCounts before,
      PartitionMap divided,
      Function<RowBatch, ObjectCounts> counts) {
    List<ObjectCounts> changed = new ArrayList<>();
    return definitions.tryDivide(
        patience,
        new Definitions.Division() {
          @Override
          public Optional<CatalogSnapshot> divide(CatalogSnapshot catalog, RowBatch batch) {
            @Nullable StoredTable table = catalog.find(tableName);
            boolean known = definitions.counts().find(objectId) == before;
            if (table == null || !table.hasObject(objectId) || !known) {
              return Optional.empty();
            }
            StoredTable now = table.withDivided(objectId, divided);
            Definitions.put(now, batch);
            changed.add(counts.apply(batch));
            return Optional.of(catalog.withDivided(now));
          }

          @Override
          public void committed() {
            definitions.counts().replace(objectId, changed.get(0));
          }
        });
  }

  /**
   * Removes an index; the answer is its id, whose space is free.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE} or {@code UNKNOWN_INDEX}
   */
  public int dropIndex(String tableName, String indexName) {
    List<StoredIndex> dropped = new ArrayList<>();
    definitions.change(
        (before, batch) -> {
          StoredTable table = before.table(tableName);
          StoredIndex index =
              table.findIndex(indexName).orElseThrow(() -> StoredTable.noIndex(indexName));
          delete(index, batch);
          dropped.add(index);
          StoredTable changed = table.withoutIndex(indexName);
          Definitions.put(changed, batch);
          return before.with(changed, before.nextObjectId());
        });
    int objectId = dropped.get(0).keys().objectId();
    definitions.counts().drop(objectId);
    return objectId;
  }

  /** Sets or clears the attribute that holds the time of expiry. */
  public void setTimeToLive(String tableName, Optional<String> attribute) {
    changeTable(
        tableName,
        table ->
            new TableDescription(
                table.name(),
                table.key(),
                table.indexes(),
                table.declaredColumns(),
                attribute,
                table.initialPartitions()));
  }

  /** Adds a column, or changes the type of one that there is. */
  public void declareColumn(String tableName, DeclaredColumn column) {
    changeTable(
        tableName,
        table ->
            new TableDescription(
                table.name(),
                table.key(),
                table.indexes(),
                declared(table.declaredColumns(), column),
                table.timeToLive(),
                table.initialPartitions()));
  }

  private static List<DeclaredColumn> declared(List<DeclaredColumn> columns, DeclaredColumn added) {
    boolean known = columns.stream().anyMatch(column -> column.name().equals(added.name()));
    return known
        ? columns.stream().map(c -> c.name().equals(added.name()) ? added : c).toList()
        : Stream.concat(columns.stream(), Stream.of(added)).toList();
  }

  private void changeTable(String name, UnaryOperator<TableDescription> change) {
    definitions.change(
        (before, batch) -> {
          StoredTable table = before.table(name);
          StoredTable changed = table.with(change.apply(table.description()));
          Definitions.put(changed, batch);
          return before.with(changed, before.nextObjectId());
        });
  }

  private void createCounts(StoredIndex index) {
    definitions.counts().create(index.keys().objectId(), index.partitions());
  }

  private static void delete(StoredIndex index, RowBatch batch) {
    delete(index.keys(), batch);
    batch.deleteRecord(Definitions.buildPositionKey(index.keys().objectId()));
  }

  private static void delete(KeyLayout keys, RowBatch batch) {
    batch.deleteRange(keys.all());
    Definitions.putDropped(keys.objectId(), batch);
  }

  private static Optional<StoredIndex> find(@Nullable StoredTable table, int indexId) {
    return table == null
        ? Optional.empty()
        : table.indexes().stream().filter(index -> index.keys().objectId() == indexId).findFirst();
  }

  private static IndexDescription inState(IndexDescription index, IndexState state) {
    return new IndexDescription(
        index.name(),
        index.kind(),
        index.key(),
        index.projection(),
        state,
        state == IndexState.ACTIVE ? 1 : 0);
  }
}
