package io.partikey.engine.store;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.write.Committer;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What an engine does beside its callers: it makes commits durable that did not wait for it, at
 * most a second after them, and gives the space of dropped objects back. Thread-safe.
 */
final class BackgroundWork implements AutoCloseable {
  private static final long SYNC_MILLIS = 500;

  private final RowStore store;
  private final Committer committer;
  private final ScheduledThreadPoolExecutor log;
  private final Future<?> syncing;
  private final ThreadPoolExecutor space;

  BackgroundWork(RowStore store, Committer committer) {
    this.store = store;
    this.committer = committer;
    this.log = new ScheduledThreadPoolExecutor(1, daemon("partikey-log"));
    this.space =
        new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("partikey-space"));
    this.syncing =
        log.scheduleWithFixedDelay(
            () -> quietly(committer::syncIfNeeded),
            SYNC_MILLIS,
            SYNC_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /** Gives the space of a range without rows back, some time. */
  void compact(KeyRange range) {
    try {
      space.execute(() -> quietly(() -> store.compact(range)));
    } catch (RejectedExecutionException closing) {
      return;
    }
  }

  private static ThreadFactory daemon(String name) {
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
    syncing.cancel(false);
    log.shutdown();
    space.shutdownNow();
    quietly(committer::syncIfNeeded);
  }
}
