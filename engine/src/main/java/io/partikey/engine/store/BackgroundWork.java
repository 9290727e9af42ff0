package io.partikey.engine.store;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.expiry.ExpirySweep;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.split.PartitionSplits;
import io.partikey.engine.store.write.Committer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What an engine does beside its callers: it makes commits durable that did not wait for it, at
 * most a second after them, removes items that expired, splits partitions that hold or consume too
 * much, and gives the space of dropped objects back. Thread-safe.
 */
final class BackgroundWork implements AutoCloseable {
  private static final long SYNC_MILLIS = 500;
  private static final long SWEEP_MILLIS = 1000;
  private static final long SPLIT_MILLIS = 1000;

  private final RowStore store;
  private final Definitions definitions;
  private final Committer committer;
  private final ExpirySweep sweep;
  private final PartitionSplits splits;
  private final ScheduledThreadPoolExecutor clockwork;
  private final ThreadPoolExecutor space;
  private final List<Future<?>> repeated = new ArrayList<>();

  BackgroundWork(
      RowStore store,
      Definitions definitions,
      Committer committer,
      ExpirySweep sweep,
      PartitionSplits splits) {
    this.store = store;
    this.definitions = definitions;
    this.committer = committer;
    this.sweep = sweep;
    this.splits = splits;
    // A thread for each, so that a long sweep does not put off what makes commits durable.
    this.clockwork = new ScheduledThreadPoolExecutor(3, daemon("partikey-clockwork"));
    this.space =
        new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("partikey-space"));
  }

  /**
   * Begins. Called once.
   *
   * @param clockwork whether to remove expired items and to split partitions, too
   */
  void start(boolean clockwork) {
    repeat(committer::syncIfNeeded, SYNC_MILLIS);
    if (clockwork) {
      repeat(sweep::step, SWEEP_MILLIS);
      repeat(splits::step, SPLIT_MILLIS);
    }
  }

  private void repeat(Runnable work, long millis) {
    repeated.add(
        clockwork.scheduleWithFixedDelay(
            () -> quietly(work), millis, millis, TimeUnit.MILLISECONDS));
  }

  /** Gives the space of a table or index that was dropped back, some time. */
  void free(int objectId) {
    try {
      space.execute(
          () ->
              quietly(
                  () -> {
                    store.compact(KeyLayout.allOf(objectId));
                    definitions.forgetDropped(objectId);
                  }));
    } catch (RejectedExecutionException closing) {
      return;
    }
  }

  /** Makes threads that do not keep the process alive. */
  static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  // Nobody waits for the answer; what is wrong with the storage the next commit says.
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (EngineException failed) {
      return;
    }
  }

  @Override
  public void close() {
    repeated.forEach(each -> each.cancel(true));
    clockwork.shutdown();
    space.shutdownNow();
    quietly(committer::syncIfNeeded);
  }
}
