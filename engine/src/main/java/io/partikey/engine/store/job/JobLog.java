package io.partikey.engine.store.job;

import io.partikey.engine.error.EngineException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the {@link System.Logger} named {@value #NAME} of jobs that fail: of each kind of failure
 * once, and again only when it still happens an hour later. Thread-safe.
 */
final class JobLog {
  static final String NAME = "io.partikey.jobs";

  private static final long AGAIN_NANOS = Duration.ofHours(1).toNanos();

  private final String database;
  private final System.Logger logger;
  private final LongSupplier nanoClock;
  private final Map<String, Long> told = new HashMap<>();

  JobLog(String database, System.Logger logger, LongSupplier nanoClock) {
    this.database = database;
    this.logger = logger;
    this.nanoClock = nanoClock;
  }

  /** A turn of a job failed. */
  void failed(String job, Throwable failure) {
    if (isToBeTold(job + " " + kind(failure))) {
      logger.log(
          System.Logger.Level.WARNING,
          "Background job \""
              + job
              + "\" of "
              + database
              + " failed; it is tried again by itself. SHOW BACKGROUND tells whether it succeeds.",
          failure);
    }
  }

  private synchronized boolean isToBeTold(String kind) {
    long now = nanoClock.getAsLong();
    @Nullable Long before = told.get(kind);
    if (before != null && now - before < AGAIN_NANOS) {
      return false;
    }
    told.put(kind, now);
    return true;
  }

  private static String kind(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof EngineException known ? name + " " + known.code() : name;
  }
}
