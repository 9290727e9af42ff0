package io.partikey.engine.store;

import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.DefinitionChanges;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.check.ConsistencyCheck;
import io.partikey.engine.store.expiry.ExpirySweep;
import io.partikey.engine.store.index.IndexBuilder;
import io.partikey.engine.store.partition.Counts;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.read.ReadSession;
import io.partikey.engine.store.read.ViewCounts;
import io.partikey.engine.store.rocks.DatabaseCopy;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.split.PartitionSplits;
import io.partikey.engine.store.transaction.StoreTransaction;
import io.partikey.engine.store.transaction.TransactionCommit;
import io.partikey.engine.store.write.Committer;
import io.partikey.engine.store.write.Latches;
import io.partikey.engine.store.write.Writer;
import io.partikey.engine.table.IndexDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One open database and what serves it. Thread-safe. */
final class Engine implements AutoCloseable {
  private final RowStore store;
  private final Definitions definitions;
  private final DefinitionChanges changes;
  private final Heat heat;
  private final Heat noHeat;
  private final Latches latches = new Latches();
  private final Committer committer;
  private final Writer writer;
  private final IndexBuilder builder;
  private final ExpirySweep sweep;
  private final PartitionSplits splits;
  // None where the files cannot be written.
  private final @Nullable BackgroundWork background;
  private final Inspection inspection;
  private final ThreadPoolExecutor scanReaders = scanReaders();
  private final Runnable onClose;
  private final Object identity;
  private final AtomicBoolean closed = new AtomicBoolean();
  private int holders;

  /**
   * An engine over a store, which it owns.
   *
   * @param onClose run when the store is closed
   */
  Engine(RowStore store, EngineSettings settings, Runnable onClose) {
    this(store, settings, onClose, new Object());
  }

  /**
   * The same for a database that may be opened again.
   *
   * @param identity equal for every engine of the database
   */
  Engine(RowStore store, EngineSettings settings, Runnable onClose, Object identity) {
    this.store = store;
    this.onClose = onClose;
    this.identity = identity;
    this.definitions = new Definitions(store);
    this.heat = new Heat(settings.clock(), definitions.counts(), settings.limits());
    this.noHeat = new Heat(settings.clock(), new Counts(), settings.limits());
    this.changes = new DefinitionChanges(definitions);
    this.committer = new Committer(store, definitions, settings.limits().collectionBytes());
    this.writer = new Writer(store, definitions, latches, committer, heat);
    this.builder =
        new IndexBuilder(store, definitions, latches, committer, settings.betweenBatches());
    this.sweep = new ExpirySweep(new SweptItems(), settings.clock());
    this.inspection = new Inspection(store, definitions, heat);
    this.splits = new PartitionSplits(store, definitions, heat);
    this.background =
        store.isReadOnly()
            ? null
            : new BackgroundWork(
                store, definitions, committer.periodicSync(), builder, sweep, splits, settings);
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

  Inspection inspection() {
    return inspection;
  }

  ExpirySweep sweep() {
    return sweep;
  }

  PartitionSplits splits() {
    return splits;
  }

  /** A view on the rows and definitions of now. */
  ReadView openView() {
    return atOneMoment(
        (catalog, snapshot) ->
            new ReadSession(
                catalog, snapshot, ViewCounts.of(snapshot), heat, scanReaders, snapshot::close));
  }

  /** The same for reads that nobody pays for, so that they do not look like load. */
  ReadView openUncountedView() {
    return atOneMoment(this::uncountedView);
  }

  private ReadView uncountedView(CatalogSnapshot catalog, RowSnapshot snapshot) {
    return new ReadSession(
        catalog, snapshot, ViewCounts.of(snapshot), noHeat, null, snapshot::close);
  }

  /** A transaction on the rows and definitions of now. */
  Transaction begin(boolean durable) {
    long moment = committer.lastWrites().moment();
    return atOneMoment(
        (catalog, snapshot) ->
            new StoreTransaction(
                catalog,
                snapshot,
                definitions.observations(),
                heat,
                new TransactionCommit(store, definitions, latches, committer, durable, moment)));
  }

  private <T> T atOneMoment(BiFunction<CatalogSnapshot, RowSnapshot, T> use) {
    Lock shared = definitions.shared();
    shared.lock();
    try {
      return use.apply(definitions.current(), store.snapshot());
    } finally {
      shared.unlock();
    }
  }

  void dropTable(String name) {
    dropped(changes.dropTable(name));
  }

  void dropIndex(String table, String index) {
    dropped(List.of(changes.dropIndex(table, index)));
  }

  private void dropped(List<Integer> objects) {
    for (int objectId : objects) {
      builder.changed(objectId);
      latches.forget(objectId);
      committer.lastWrites().forget(objectId);
    }
    background().wakeSpace();
  }

  /** Makes an index and waits until it may be read; of one that is told to stop nothing is left. */
  void createIndex(String table, IndexDescription index, Cancellation cancellation) {
    cancellation.check();
    int id = changes.addIndex(table, index);
    try {
      builder.await(table, index.name(), id, background()::wakeIndexes, cancellation);
    } catch (EngineException failed) {
      // Whatever it failed of: what it says is true only of an index that is left.
      Optional<EngineException> stopped = toldToStop(cancellation);
      if (stopped.isPresent()) {
        dropStopped(table, index.name(), stopped.get());
        throw stopped.get();
      }
      throw failed;
    }
  }

  private static Optional<EngineException> toldToStop(Cancellation cancellation) {
    try {
      cancellation.check();
      return Optional.empty();
    } catch (EngineException stopped) {
      return Optional.of(stopped);
    }
  }

  private void dropStopped(String table, String index, EngineException stopped) {
    try {
      dropIndex(table, index);
    } catch (EngineException failed) {
      if (failed.code() != ErrorCode.UNKNOWN_INDEX && failed.code() != ErrorCode.UNKNOWN_TABLE) {
        throw new EngineException(
            stopped.code(),
            stopped.getMessage()
                + ". Index \""
                + index
                + "\" goes on being built in the background, because it could not be dropped: "
                + failed.getMessage(),
            failed);
      }
    }
  }

  /** How the work beside the callers goes. */
  List<BackgroundJob> backgroundJobs() {
    return background == null ? List.of() : background.status();
  }

  private BackgroundWork background() {
    return Objects.requireNonNull(background, "the database is read-only");
  }

  void backup(Path directory, FileAccess access) {
    new DatabaseCopy(directory, access).of(store);
  }

  /** What is equal for engines of the same database. */
  Object identity() {
    return identity;
  }

  /** How many views and transactions are open. */
  int openSnapshots() {
    return store.openSnapshots();
  }

  /** What is wrong with the database, in words; empty if nothing is. */
  List<String> check(CheckProgress progress) {
    List<String> problems = new ArrayList<>(ConsistencyCheck.check(definitions, store, progress));
    for (BackgroundJob job : backgroundJobs()) {
      if (job.failures() > 0) {
        problems.add(
            "Background job \""
                + job.name()
                + "\", which "
                + job.purpose()
                + ", fails: "
                + sentence(job.failure().orElse(""))
                + " It is tried again by itself.");
      }
    }
    return problems;
  }

  private static String sentence(String text) {
    return text.isEmpty() || text.endsWith(".") || text.endsWith(")") ? text : text + ".";
  }

  /** What is wrong with the database, told without progress. */
  List<String> problems() {
    return check(CheckProgress.NONE);
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

  /** Whether this was closed, by its last holder or by a shutdown. */
  boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      builder.close();
      if (background != null) {
        background.close();
      }
      // What is queued finds the store closed, and says so to whoever waits for it.
      scanReaders.shutdown();
      store.close();
      if (background != null) {
        background.awaitEnd();
      }
      onClose.run();
    }
  }

  private static ThreadPoolExecutor scanReaders() {
    int processors = Runtime.getRuntime().availableProcessors();
    ThreadPoolExecutor readers =
        new ThreadPoolExecutor(
            processors,
            processors,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Engine::scanReader);
    readers.allowCoreThreadTimeOut(true);
    return readers;
  }

  private static Thread scanReader(Runnable reading) {
    Thread thread = new Thread(reading, "partikey-scan");
    thread.setDaemon(true);
    return thread;
  }

  /** The items of this engine as the sweep sees them. */
  private final class SweptItems implements ExpirySweep.Store {
    @Override
    public List<ExpirySweep.Table> tables() {
      return definitions.current().tables().stream()
          .map(table -> new ExpirySweep.Table(table.id(), table.description()))
          .toList();
    }

    @Override
    public Optional<ReadView> openView(ExpirySweep.Table table) {
      return atOneMoment(
          (catalog, snapshot) -> {
            @Nullable StoredTable now = catalog.find(table.description().name());
            if (now == null || now.id() != table.id()) {
              snapshot.close();
              return Optional.empty();
            }
            return Optional.of(uncountedView(catalog, snapshot));
          });
    }

    @Override
    public void delete(ExpirySweep.Table table, WriteRequest.Delete request) {
      table
          .description()
          .timeToLive()
          .ifPresent(attribute -> writer.expire(request, table.id(), attribute));
    }
  }
}
