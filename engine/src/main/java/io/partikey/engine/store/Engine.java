package io.partikey.engine.store;

import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.DefinitionChanges;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.check.ConsistencyCheck;
import io.partikey.engine.store.index.IndexBuilder;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.CollectionEstimate;
import io.partikey.engine.store.partition.ObjectCounts;
import io.partikey.engine.store.read.ReadSession;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.transaction.StoreTransaction;
import io.partikey.engine.store.transaction.TransactionCommit;
import io.partikey.engine.store.write.Committer;
import io.partikey.engine.store.write.Latches;
import io.partikey.engine.store.write.Writer;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableStatistics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/** One open database and what serves it. Thread-safe. */
final class Engine implements AutoCloseable {
  private final RowStore store;
  private final Definitions definitions;
  private final DefinitionChanges changes;
  private final Writer writer;
  private final Committer committer;
  private final Latches latches = new Latches();
  private final IndexBuilder builder;
  private final BackgroundWork background;
  private final CollectionEstimate collections = new CollectionEstimate();
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private int holders;

  /**
   * An engine over a store, which it owns.
   *
   * @param clock says when items expire
   * @param onClose run when the store is closed
   */
  Engine(RowStore store, Clock clock, Runnable onClose) {
    this.store = store;
    this.onClose = onClose;
    this.definitions = new Definitions(store);
    this.changes = new DefinitionChanges(definitions);
    this.committer = new Committer(store, definitions);
    this.writer = new Writer(store, definitions, latches, committer);
    this.builder = new IndexBuilder(store, definitions, latches, committer);
    this.background = new BackgroundWork(store, committer);
    if (!store.isReadOnly()) {
      builder.resume();
    }
  }

  RowStore store() {
    return store;
  }

  Definitions definitions() {
    return definitions;
  }

  DefinitionChanges changes() {
    return changes;
  }

  Writer writer() {
    return writer;
  }

  /** A view on the rows and definitions of now. */
  ReadView openView() {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      RowSnapshot snapshot = store.snapshot();
      return new ReadSession(definitions.current(), snapshot, snapshot::close);
    } finally {
      shared.unlock();
    }
  }

  /** A transaction on the rows and definitions of now. */
  Transaction begin(boolean durable) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      return new StoreTransaction(
          definitions.current(),
          store.snapshot(),
          definitions.observations(),
          new TransactionCommit(store, definitions, latches, committer, durable));
    } finally {
      shared.unlock();
    }
  }

  /** Exact counts of a table and its indexes. */
  TableStatistics statistics(String tableName) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      StoredTable table = definitions.current().table(tableName);
      Map<String, TableStatistics.Counts> ofIndexes = new LinkedHashMap<>();
      for (StoredIndex index : table.indexes()) {
        ofIndexes.put(index.description().name(), counts(index.keys()));
      }
      return new TableStatistics(counts(table.keys()), ofIndexes);
    } finally {
      shared.unlock();
    }
  }

  private TableStatistics.Counts counts(KeyLayout keys) {
    ObjectCounts counts = definitions.counts().of(keys.objectId());
    return counts.statistics(collections.collections(keys, counts.items(), store.latest()));
  }

  List<ObservedAttribute> observedAttributes(String tableName) {
    return definitions.observations().of(definitions.current().table(tableName).id()).list();
  }

  List<PartitionDescription> partitions(String tableName) {
    StoredTable table = definitions.current().table(tableName);
    ObjectCounts counts = definitions.counts().of(table.id());
    List<PartitionDescription> partitions = new ArrayList<>();
    for (int i = 0; i < table.partitions().partitions().size(); i++) {
      partitions.add(
          new PartitionDescription(
              table.partitions().partitions().get(i).firstHash(),
              table.partitions().lastHash(i),
              counts.items(i),
              counts.bytes(i),
              0,
              0,
              List.of(),
              "idle"));
    }
    return partitions;
  }

  void dropTable(String name) {
    changes.dropTable(name).forEach(background::compact);
  }

  void createIndex(String table, IndexDescription index) {
    changes.addIndex(table, index);
    builder.build(table, index.name());
  }

  void dropIndex(String table, String index) {
    background.compact(changes.dropIndex(table, index));
  }

  void backup(Path directory) {
    new DatabaseDirectory(directory).copyOf(store);
  }

  /** What is wrong with the database, in words; empty if nothing is. */
  List<String> problems() {
    return ConsistencyCheck.problems(definitions, store);
  }

  /** Counts a holder. Guarded by the registry. */
  void hold() {
    holders++;
  }

  /** Forgets a holder; the answer is how many are left. Guarded by the registry. */
  int letGo() {
    return --holders;
  }

  /** Raises {@code CANNOT_OPEN} if the database was opened for reading alone. */
  void requireWritable() {
    if (store.isReadOnly()) {
      throw new EngineException(
          ErrorCode.CANNOT_OPEN,
          "This process has the database open for reading, because its directory cannot be"
              + " written. Close those connections first, or connect with readOnly=true.");
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      builder.close();
      background.close();
      store.close();
      onClose.run();
    }
  }
}
