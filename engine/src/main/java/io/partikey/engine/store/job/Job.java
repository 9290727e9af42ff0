package io.partikey.engine.store.job;

import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.error.EngineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A job and its thread, which ends when it is told to, or when its classes cannot be loaded any
 * more because their loader was closed, and by nothing else: waiting for a turn and noting how one
 * went allocate nothing, so that both work when the heap is exhausted.
 */
public final class Job {
  private static final long NEVER = 0;

  private final String name;
  private final String purpose;
  private final Runnable work;
  private final Clock clock;
  private final JobLog log;
  private final Thread thread;
  private final boolean repeats;
  private final long pauseNanos;
  private long turnEnded = System.nanoTime();
  private volatile boolean woken;
  private volatile boolean stopped;
  private volatile long lastSuccess = NEVER;
  private volatile long lastFailure = NEVER;
  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable Throwable failure;

  /**
   * A job, which begins with {@link #start}.
   *
   * @param repeats whether it has turns without being woken, too
   * @param pause between turns, and before a failed one is tried again
   */
  Job(
      String name,
      String purpose,
      boolean repeats,
      Duration pause,
      Runnable work,
      Clock clock,
      JobLog log) {
    this.name = name;
    this.purpose = purpose;
    this.repeats = repeats;
    this.pauseNanos = pause.toNanos();
    this.work = work;
    this.clock = clock;
    this.log = log;
    this.thread = new Thread(this::run, "partikey-" + name.replace(' ', '-'));
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Gives it a turn now, or once more when it is in one. */
  public void wake() {
    woken = true;
    LockSupport.unpark(thread);
  }

  /** Lets it end with the turn that it is in, which is interrupted. */
  void stop() {
    stopped = true;
    thread.interrupt();
    LockSupport.unpark(thread);
  }

  /** Waits until it has ended. */
  void join() throws InterruptedException {
    thread.join();
  }

  private void run() {
    while (!stopped) {
      awaitAndTakeTurn();
    }
  }

  private void awaitAndTakeTurn() {
    try {
      awaitTurn();
      if (!stopped) {
        takeTurn();
      }
    } catch (Throwable whileTelling) {
      // What failed is kept; that it could not be told changes nothing.
      return;
    }
  }

  private void awaitTurn() {
    while (!stopped && !woken) {
      boolean timed = repeats || failures.get() > 0;
      long left = turnEnded + pauseNanos - System.nanoTime();
      if (timed && left <= 0) {
        return;
      }
      // An interruption that is not the end must not make this loop spin.
      Thread.interrupted();
      if (timed) {
        LockSupport.parkNanos(this, left);
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** Does the work once, on the thread of the caller, and notes how it went. */
  public void takeTurn() {
    woken = false;
    try {
      work.run();
      lastSuccess = clock.millis();
      failures.set(0);
    } catch (Throwable thrown) {
      if (!stopped) {
        noteFailure(thrown);
        tell(thrown);
      }
    } finally {
      turnEnded = System.nanoTime();
    }
  }

  /** Where its class loader was closed no turn can succeed any more, and nobody is left to tell. */
  private void tell(Throwable thrown) {
    if (thrown instanceof LinkageError && Job.class.getResource("Job.class") == null) {
      stopped = true;
    } else {
      log.failed(name, thrown);
    }
  }

  private void noteFailure(Throwable thrown) {
    failure = thrown;
    lastFailure = clock.millis();
    failures.incrementAndGet();
  }

  BackgroundJob status() {
    @Nullable Throwable last = failure;
    return new BackgroundJob(
        name,
        purpose,
        time(lastSuccess),
        time(lastFailure),
        last == null ? Optional.empty() : Optional.of(inWords(last)),
        failures.get());
  }

  private static Optional<Instant> time(long millis) {
    return millis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static String inWords(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return failure instanceof EngineException && message != null ? message : failure.toString();
  }
}
