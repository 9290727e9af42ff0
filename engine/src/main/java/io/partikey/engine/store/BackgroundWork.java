package io.partikey.engine.store;

import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.expiry.ExpirySweep;
import io.partikey.engine.store.index.IndexBuilder;
import io.partikey.engine.store.job.Failures;
import io.partikey.engine.store.job.Job;
import io.partikey.engine.store.job.Jobs;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.split.PartitionSplits;
import io.partikey.engine.store.write.PeriodicSync;
import java.time.Duration;
import java.util.List;

/**
 * What an engine does beside its callers: it makes commits durable that did not wait for it, at
 * most a second after them, opens the storage again after a failure, builds indexes, gives the
 * space of dropped objects back, removes items that expired, and splits partitions that hold or
 * consume too much. Thread-safe.
 */
final class BackgroundWork implements AutoCloseable {
  private static final Duration BETWEEN_SYNCS = Duration.ofMillis(500);
  private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_COMPACTIONS = Duration.ofSeconds(30);

  private final RowStore store;
  private final Definitions definitions;
  private final Jobs jobs;
  private final Job sync;
  private final Job indexes;
  private final Job space;

  /**
   * Begins at once.
   *
   * @throws io.partikey.engine.error.EngineException with {@code CANNOT_OPEN} if the system gives
   *     it no threads
   */
  BackgroundWork(
      RowStore store,
      Definitions definitions,
      PeriodicSync periodicSync,
      IndexBuilder builder,
      ExpirySweep sweep,
      PartitionSplits splits,
      EngineSettings settings) {
    this.store = store;
    this.definitions = definitions;
    this.jobs = new Jobs(store.name(), settings.clock());
    boolean begun = false;
    try {
      sync =
          jobs.repeat(
              "sync",
              "puts on disk what durability=periodic committed",
              BETWEEN_SYNCS,
              periodicSync::sync);
      jobs.repeat("repair", "opens the storage again after it failed", BETWEEN_STEPS, this::repair);
      indexes = jobs.onDemand("indexes", "builds indexes", BETWEEN_STEPS, builder::step);
      space =
          jobs.onDemand(
              "space",
              "gives the space of dropped tables and indexes back",
              BETWEEN_COMPACTIONS,
              this::giveSpaceBack);
      if (settings.clockwork()) {
        jobs.repeat("time to live", "removes expired items", BETWEEN_STEPS, sweep::step);
        jobs.repeat(
            "partitions",
            "splits partitions that hold or consume too much",
            BETWEEN_STEPS,
            splits::step);
      }
      // A former process may have left something to do.
      indexes.wake();
      space.wake();
      begun = true;
    } finally {
      if (!begun) {
        end();
      }
    }
  }

  private void repair() {
    store.requireHeld();
    if (!store.isFailing()) {
      return;
    }
    if (!definitions.reload(BETWEEN_STEPS, store::heal)) {
      throw new EngineException(
          ErrorCode.STORAGE_FAILED,
          "The storage of " + store.name() + " failed, and writers keep it from being repaired.");
    }
    indexes.wake();
    space.wake();
  }

  private void giveSpaceBack() {
    Failures failures = new Failures();
    for (int objectId : definitions.dropped()) {
      failures.collect(
          () -> {
            store.compact(KeyLayout.allOf(objectId));
            definitions.forgetDropped(objectId);
          });
    }
    failures.raise();
  }

  /** Gives the space of what was dropped back, some time. */
  void wakeSpace() {
    space.wake();
  }

  /** Builds the indexes that are to be built. */
  void wakeIndexes() {
    indexes.wake();
  }

  /** How all of it goes. */
  List<BackgroundJob> status() {
    return jobs.status();
  }

  /** Ends all of it; what was committed is made durable before. */
  @Override
  public void close() {
    sync.takeTurn();
    jobs.stop();
  }

  /** Waits until all of it has ended, after {@link #close} and the end of the store. */
  void awaitEnd() {
    jobs.awaitEnd();
  }

  private void end() {
    jobs.stop();
    jobs.awaitEnd();
  }
}
