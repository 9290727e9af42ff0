package io.partikey.engine.store.index;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.write.Committer;
import io.partikey.engine.store.write.Latches;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Builds indexes one after the other, on a thread of its own. Thread-safe. */
public final class IndexBuilder implements AutoCloseable {
  private static final long MILLIS_BETWEEN_CHECKS = 10;

  private final RowStore store;
  private final Definitions definitions;
  private final Latches latches;
  private final Committer committer;
  private final Runnable betweenBatches;
  private final ExecutorService executor;

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
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "partikey-index-builder");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Goes on, in the background, with the indexes that a former process did not finish. */
  public void resume() {
    for (StoredTable table : definitions.current().tables()) {
      for (StoredIndex index : table.indexes()) {
        if (!index.description().isActive()) {
          Future<?> build = submit(table.name(), index.keys().objectId());
          if (build.isCancelled()) {
            return;
          }
        }
      }
    }
  }

  /**
   * Builds an index that was added, and returns when it may be read.
   *
   * @param cancellation asked while the index is being built, which goes on when it raises
   * @throws EngineException with {@code UNKNOWN_INDEX} if it was dropped meanwhile, with {@code
   *     CANCELED} if the thread is interrupted; the building goes on then
   */
  public void build(String tableName, String indexName, Cancellation cancellation) {
    StoredTable table = definitions.current().table(tableName);
    int indexId =
        table.findIndex(indexName).orElseThrow(() -> droppedMeanwhile(indexName)).keys().objectId();
    await(submit(tableName, indexId), indexName, cancellation);
    boolean readable =
        definitions.current().table(tableName).findIndex(indexName).stream()
            .anyMatch(index -> index.description().isActive());
    if (!readable) {
      throw droppedMeanwhile(indexName);
    }
  }

  private Future<?> submit(String tableName, int indexId) {
    return executor.submit(
        () ->
            new IndexBuild(store, definitions, latches, committer, tableName, indexId)
                .run(betweenBatches));
  }

  private static void await(Future<?> build, String indexName, Cancellation cancellation) {
    try {
      while (!isDone(build)) {
        cancellation.check();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          ErrorCode.CANCELED,
          "Nobody waits any more for index \""
              + indexName
              + "\"; it is being built in the background. SHOW INDEXES tells when it is ready.",
          interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof EngineException known) {
        throw known;
      }
      throw new EngineException(
          ErrorCode.INTERNAL, "The building of index \"" + indexName + "\" failed.", failure);
    }
  }

  private static boolean isDone(Future<?> build) throws InterruptedException, ExecutionException {
    try {
      build.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    }
  }

  private static EngineException droppedMeanwhile(String indexName) {
    return new EngineException(
        ErrorCode.UNKNOWN_INDEX,
        "Index \"" + indexName + "\" was dropped while it was being built. Create it again.");
  }

  /** Stops building; what was built stays, and a new builder goes on with it. */
  @Override
  public void close() {
    executor.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (executor.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
