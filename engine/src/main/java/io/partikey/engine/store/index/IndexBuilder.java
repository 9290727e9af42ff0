package io.partikey.engine.store.index;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.job.Failures;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.write.Committer;
import io.partikey.engine.store.write.Latches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Builds the indexes that the catalog says are building, one after the other, and tells those who
 * wait for one. The catalog is all there is to know of what is to be done: so an index that failed,
 * or whose process ended, is gone on with at the next turn. Thread-safe.
 */
public final class IndexBuilder implements AutoCloseable {
  private final RowStore store;
  private final Definitions definitions;
  private final Latches latches;
  private final Committer committer;
  private final Runnable betweenBatches;
  private final Map<Integer, CompletableFuture<Void>> awaited = new HashMap<>();
  private boolean closed;

  private record Building(String table, int indexId) {}

  /**
   * A builder for the indexes of a database.
   *
   * @param betweenBatches run after each batch, while no lock is held
   */
  public IndexBuilder(
      RowStore store,
      Definitions definitions,
      Latches latches,
      Committer committer,
      Runnable betweenBatches) {
    this.betweenBatches = betweenBatches;
    this.store = store;
    this.definitions = definitions;
    this.latches = latches;
    this.committer = committer;
  }

  /**
   * Builds all indexes that are building now. One that fails does not keep the others; what it
   * failed of is raised in the end. Ends early when the thread is interrupted. Called by one thread
   * at a time.
   */
  public void step() {
    Failures failures = new Failures();
    for (Building building : building()) {
      try {
        new IndexBuild(store, definitions, latches, committer, building.table, building.indexId)
            .run(betweenBatches);
        changed(building.indexId);
      } catch (RuntimeException | Error failure) {
        fail(building.indexId, failure);
        failures.add(failure);
      }
    }
    failures.raise();
  }

  private List<Building> building() {
    List<Building> building = new ArrayList<>();
    for (StoredTable table : definitions.current().tables()) {
      for (StoredIndex index : table.indexes()) {
        if (!index.description().isActive()) {
          building.add(new Building(table.name(), index.keys().objectId()));
        }
      }
    }
    building.sort(Comparator.comparingInt(Building::indexId));
    return building;
  }

  /**
   * Waits until an index that was added may be read. What goes wrong leaves it being built.
   *
   * @param wake gives the builder a turn
   * @param cancellation stops the waiting, not the building
   * @throws EngineException with {@code UNKNOWN_INDEX} if it was dropped meanwhile; with {@code
   *     CANCELED} if the thread is interrupted; with {@code CLOSED} if the database is; or with
   *     what the building failed of
   */
  public void await(
      String tableName, String indexName, int indexId, Runnable wake, Cancellation cancellation) {
    CompletableFuture<Void> built = expect(indexName, indexId);
    try {
      wake.run();
      // It may have been built, or dropped, before anybody expected it.
      changed(indexId);
      CancellableWait.doneInterruptibly(built, cancellation);
      built.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          ErrorCode.CANCELED,
          "Nobody waits any more for index \""
              + indexName
              + "\"; it is being built in the background. SHOW INDEXES tells when it is ready.",
          interrupted);
    } catch (CancellationException closing) {
      throw closed(indexName);
    } catch (CompletionException failure) {
      throw goesOn(tableName, indexName, Optional.ofNullable(failure.getCause()).orElse(failure));
    } finally {
      forget(indexId);
    }
    if (find(indexId).isEmpty()) {
      throw new EngineException(
          ErrorCode.UNKNOWN_INDEX,
          "Index \"" + indexName + "\" was dropped while it was being built. Create it again.");
    }
  }

  private synchronized CompletableFuture<Void> expect(String indexName, int indexId) {
    if (closed) {
      throw closed(indexName);
    }
    return awaited.computeIfAbsent(indexId, id -> new CompletableFuture<>());
  }

  private synchronized void forget(int indexId) {
    awaited.remove(indexId);
  }

  private synchronized @Nullable CompletableFuture<Void> awaited(int indexId) {
    return awaited.get(indexId);
  }

  /** An index may be readable now, or was dropped: who waits for it goes on then. */
  public void changed(int indexId) {
    @Nullable CompletableFuture<Void> built = awaited(indexId);
    if (built != null && find(indexId).map(index -> index.description().isActive()).orElse(true)) {
      built.complete(null);
    }
  }

  private void fail(int indexId, Throwable failure) {
    @Nullable CompletableFuture<Void> built = awaited(indexId);
    if (built != null) {
      built.completeExceptionally(failure);
    }
  }

  private Optional<StoredIndex> find(int indexId) {
    return definitions.current().tables().stream()
        .flatMap(table -> table.indexes().stream())
        .filter(index -> index.keys().objectId() == indexId)
        .findFirst();
  }

  /** What a failed building is for whoever waited for it: the next turn goes on with it. */
  private static EngineException goesOn(String tableName, String indexName, Throwable failure) {
    ErrorCode code =
        failure instanceof EngineException known
            ? known.code()
            : failure instanceof OutOfMemoryError ? ErrorCode.LIMIT_EXCEEDED : ErrorCode.INTERNAL;
    String reason =
        failure instanceof EngineException known ? known.getMessage() : failure.toString();
    return new EngineException(
        code,
        "Index \""
            + indexName
            + "\" is not ready, and goes on being built in the background as soon as it can: SHOW"
            + " INDEXES FROM "
            + tableName
            + " tells how far it is, DROP INDEX "
            + indexName
            + " ON "
            + tableName
            + " gives it up. What stopped it: "
            + reason,
        failure);
  }

  private EngineException closed(String indexName) {
    return new EngineException(
        ErrorCode.CLOSED,
        "The shutdown of "
            + store.name()
            + " came before index \""
            + indexName
            + "\" was built."
            + (store.isInMemory() ? "" : " The building goes on when it is opened again."));
  }

  /** Nobody waits any longer: the database is about to be closed. */
  @Override
  public void close() {
    List<CompletableFuture<Void>> waiting;
    synchronized (this) {
      closed = true;
      waiting = List.copyOf(awaited.values());
    }
    waiting.forEach(built -> built.cancel(false));
  }
}
