package io.partikey.planner.compile;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Threads to plan on, where planning may go on for long without asking whether to stop: while the
 * JVM still loads the classes of the planner, and for long texts. Whoever waits for the plan leaves
 * when told to stop; the thread ends at the next place where planning asks. Other statements are
 * planned on the thread of their caller. Thread-safe.
 *
 * <p>The threads do not keep the JVM alive, end when they have had nothing to do for a second, and
 * keep nothing of the thread that was planned for.
 */
final class PlanningThreads {
  /** From so many characters on handing a text over does not matter beside planning it. */
  private static final int LONG_TEXT = 2000;

  private static final int MOST_THREADS = 32;

  private final BooleanSupplier searchLoaded;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST_THREADS,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          PlanningThreads::newThread,
          new ThreadPoolExecutor.CallerRunsPolicy());
  private volatile boolean loaded;

  /**
   * Threads that are started when they are needed.
   *
   * @param searchLoaded whether the classes of the search are loaded
   */
  PlanningThreads(BooleanSupplier searchLoaded) {
    this.searchLoaded = searchLoaded;
  }

  private static Thread newThread(Runnable planning) {
    Thread thread = new Thread(null, planning, "partikey-planner", 0, false);
    thread.setContextClassLoader(PlanningThreads.class.getClassLoader());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What planning a text gives or raises.
   *
   * @param cancellation told when nobody waits for the plan any longer
   * @param planning asks the same cancellation where it can
   */
  <T> T plan(String text, Cancellation cancellation, Supplier<T> planning) {
    boolean mayStop = cancellation != Cancellation.NEVER;
    if (!mayStop || (loaded && text.length() < LONG_TEXT)) {
      return planning.get();
    }
    T plan = await(CompletableFuture.supplyAsync(planning, threads), cancellation);
    if (searchLoaded.getAsBoolean()) {
      loaded = true;
    }
    return plan;
  }

  private static <T> T await(CompletableFuture<T> planning, Cancellation cancellation) {
    CancellableWait.done(planning, cancellation);
    try {
      return planning.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure.getCause();
    }
  }
}
