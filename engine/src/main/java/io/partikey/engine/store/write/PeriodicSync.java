package io.partikey.engine.store.write;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes durable, some time later, what was committed without waiting for the disk, and refuses more
 * of it when the disk has not taken it for too long. Thread-safe.
 */
public final class PeriodicSync {
  private static final long NOTHING = 0;
  private static final long MOST_NANOS = Duration.ofSeconds(5).toNanos();

  private final String database;
  private final Runnable syncLog;
  private final LongSupplier nanoClock;
  // When the first commit was made that no sync covers, and when the first of those that the
  // running one covers; a sync that hangs does not make them younger.
  private final AtomicLong unsyncedSince = new AtomicLong(NOTHING);
  private volatile long syncingSince = NOTHING;
  private final ReentrantLock syncing = new ReentrantLock();

  /**
   * The syncs of a database.
   *
   * @param database what errors call it
   * @param syncLog puts all that was committed before its call on the disk
   * @param nanoClock nanoseconds of a clock of any origin
   */
  public PeriodicSync(String database, Runnable syncLog, LongSupplier nanoClock) {
    this.database = database;
    this.syncLog = syncLog;
    this.nanoClock = nanoClock;
  }

  /**
   * Lets a commit pass that will not wait for the disk.
   *
   * @throws EngineException with {@code STORAGE_FAILED} if others wait for it for more than five
   *     seconds and a sync fails now too
   */
  void admit() {
    if (isOverdue()) {
      catchUp();
    }
  }

  /** A commit was made that does not wait for the disk. */
  void committed() {
    if (unsyncedSince.get() == NOTHING) {
      unsyncedSince.compareAndSet(NOTHING, now());
    }
  }

  /** Puts on the disk what waits for it; what fails waits on. */
  public void sync() {
    syncing.lock();
    try {
      syncingSince = unsyncedSince.getAndSet(NOTHING);
      if (syncingSince == NOTHING) {
        return;
      }
      boolean synced = false;
      try {
        syncLog.run();
        synced = true;
      } finally {
        if (!synced) {
          unsyncedSince.set(syncingSince);
        }
        syncingSince = NOTHING;
      }
    } finally {
      syncing.unlock();
    }
  }

  private boolean isOverdue() {
    return isOverdue(unsyncedSince.get()) || isOverdue(syncingSince);
  }

  private boolean isOverdue(long since) {
    return since != NOTHING && nanoClock.getAsLong() - since > MOST_NANOS;
  }

  // A process that was suspended finds its commits old without anything being wrong.
  private void catchUp() {
    boolean mine = false;
    try {
      mine = syncing.tryLock(1, TimeUnit.SECONDS);
      if (mine) {
        sync();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (EngineException failed) {
      throw overdue(failed.getMessage(), failed);
    } finally {
      if (mine) {
        syncing.unlock();
      }
    }
    if (isOverdue()) {
      throw overdue("The disk does not answer.", null);
    }
  }

  private EngineException overdue(String reason, @Nullable Throwable cause) {
    String message =
        "Nothing was written: with durability=periodic a commit is on disk within a second, and "
            + database
            + " has commits that are not for more than five. As soon as its disk takes them it"
            + " goes on by itself; SHOW BACKGROUND tells what its sync fails of. ("
            + reason
            + ")";
    return new EngineException(ErrorCode.STORAGE_FAILED, message, null, cause);
  }

  private long now() {
    long now = nanoClock.getAsLong();
    return now == NOTHING ? 1 : now;
  }
}
