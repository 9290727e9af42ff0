package io.partikey.engine.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.StringTokenizer;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
  private final Jobs jobs =
      new Jobs("database \"d\"", Clock.fixed(NOW, ZoneOffset.UTC), new Told(told));

  @AfterEach
  void end() {
    jobs.stop();
    jobs.awaitEnd();
  }

  @Test
  void hasItsNextTurnWhateverOneThrows() {
    List<Throwable> thrown =
        List.of(
            new OutOfMemoryError("Java heap space"),
            new NullPointerException("null"),
            new StackOverflowError(),
            new EngineException(ErrorCode.DISK_FULL, "No space."),
            new ThreadDeath(),
            new NoClassDefFoundError("gone"));
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch well = new CountDownLatch(1);
    jobs.repeat(
        "work",
        "works",
        Duration.ofMillis(1),
        () -> {
          int turn = turns.getAndIncrement();
          if (turn < thrown.size()) {
            raise(thrown.get(turn));
          }
          well.countDown();
        });
    await(well);
    awaitFailures(0);
    BackgroundJob status = jobs.status().get(0);
    assertThat(status)
        .isEqualTo(
            new BackgroundJob(
                "work",
                "works",
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of("java.lang.NoClassDefFoundError: gone"),
                0));
    assertThat(told).hasSize(thrown.size());
  }

  @Test
  void endsQuietlyWhenItsClassLoaderWasClosed() throws Exception {
    List<URL> classPath = new ArrayList<>();
    StringTokenizer entries =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (entries.hasMoreTokens()) {
      classPath.add(Path.of(entries.nextToken()).toUri().toURL());
    }
    URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Callable<?> working;
    try (loader) {
      working =
          (Callable<?>)
              loader
                  .loadClass(WithoutItsLoader.class.getName())
                  .getDeclaredConstructor()
                  .newInstance();
    }
    assertThat(working.call()).isEqualTo("ended, and told 0 times");
  }

  /** A job of another class loader, which needs one more class when that is closed. */
  public static final class WithoutItsLoader implements Callable<String> {
    private final Semaphore closed = new Semaphore(0);
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final Jobs jobs = new Jobs("database \"d\"", Clock.systemUTC(), new Told(told));

    /** Begins the job. */
    public WithoutItsLoader() {
      jobs.repeat("work", "works", Duration.ofMillis(1), this::work);
    }

    private void work() {
      closed.acquireUninterruptibly();
      told.add(NeededLate.class.getName());
    }

    @Override
    public String call() {
      closed.release();
      jobs.awaitEnd();
      return "ended, and told ".concat(Integer.toString(told.size())).concat(" times");
    }
  }

  /** Loaded when the job needs it. */
  private static final class NeededLate {}

  @Test
  void tellsTheLogOncePerKindOfFailure() {
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch often = new CountDownLatch(100);
    jobs.repeat(
        "work",
        "works",
        Duration.ofNanos(1),
        () -> {
          often.countDown();
          throw turns.incrementAndGet() % 2 == 0
              ? new EngineException(ErrorCode.DISK_FULL, "No space " + turns)
              : new EngineException(ErrorCode.CORRUPT, "Damaged " + turns);
        });
    await(often);
    assertThat(told)
        .containsExactly(
            "WARNING Background job \"work\" of database \"d\" failed; it is tried again by itself."
                + " SHOW BACKGROUND tells whether it succeeds. Damaged 1",
            "WARNING Background job \"work\" of database \"d\" failed; it is tried again by itself."
                + " SHOW BACKGROUND tells whether it succeeds. No space 2");
    assertThat(jobs.status().get(0).failures()).isGreaterThan(90);
  }

  @Test
  void tellsAgainAfterAnHour() {
    AtomicLong nanos = new AtomicLong();
    JobLog log = new JobLog("database \"d\"", new Told(told), nanos::get);
    RuntimeException failure = new IllegalStateException("x");
    log.failed("work", failure);
    nanos.addAndGet(Duration.ofMinutes(59).toNanos());
    log.failed("work", failure);
    assertThat(told).hasSize(1);
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    log.failed("work", failure);
    assertThat(told).hasSize(2);
    log.failed("other work", failure);
    assertThat(told).hasSize(3);
  }

  @Test
  void goesOnWhenTheLogFailsToo() {
    Jobs untold =
        new Jobs(
            "database \"d\"",
            Clock.systemUTC(),
            new Told(told) {
              @Override
              public void log(
                  Level level,
                  @Nullable ResourceBundle bundle,
                  @Nullable String message,
                  @Nullable Throwable thrown) {
                throw new OutOfMemoryError("no memory to tell");
              }
            });
    CountDownLatch often = new CountDownLatch(3);
    untold.repeat(
        "work",
        "works",
        Duration.ofMillis(1),
        () -> {
          often.countDown();
          throw new IllegalStateException("x");
        });
    await(often);
    untold.stop();
    untold.awaitEnd();
    assertThat(untold.status().get(0).failure()).hasValue("java.lang.IllegalStateException: x");
  }

  @Test
  void hasATurnForEveryWakeAndTriesAgainWhatFailed() throws Exception {
    Semaphore turns = new Semaphore(0);
    AtomicInteger failures = new AtomicInteger(2);
    Job job =
        jobs.onDemand(
            "work",
            "works",
            Duration.ofMillis(1),
            () -> {
              turns.release();
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("x");
              }
            });
    assertThat(turns.availablePermits()).isZero();
    job.wake();
    turns.acquire(3);
    awaitFailures(0);
    job.wake();
    turns.acquire();
    assertThat(turns.availablePermits()).isZero();
  }

  @Test
  void interruptsATurnToEnd() {
    CountDownLatch inTurn = new CountDownLatch(1);
    jobs.repeat(
        "work",
        "works",
        Duration.ofMillis(1),
        () -> {
          inTurn.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
          }
        });
    await(inTurn);
    jobs.stop();
    jobs.awaitEnd();
    assertThat(jobs.status().get(0).failures()).as("the end is no failure").isZero();
  }

  private void awaitFailures(long failures) {
    while (jobs.status().get(0).failures() != failures
        || jobs.status().get(0).lastSuccess().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void raise(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  /** A log that is read by the test. */
  private static class Told implements System.Logger {
    private final ConcurrentLinkedQueue<String> told;

    Told(ConcurrentLinkedQueue<String> told) {
      this.told = told;
    }

    @Override
    public String getName() {
      return JobLog.NAME;
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      told.add(level + " " + message + " " + (thrown == null ? "" : thrown.getMessage()));
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... parameters) {
      told.add(level + " " + format);
    }
  }
}
