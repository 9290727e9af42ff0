package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who plans a statement, and who leaves when it is told to stop. */
@Timeout(60)
class PlanningThreadsTest {
  private static final String SHORT = "SELECT";
  private static final String LONG = "SELECT".repeat(1000);

  private final AtomicBoolean loaded = new AtomicBoolean();
  private final PlanningThreads threads = new PlanningThreads(loaded::get);
  private final AtomicBoolean stopped = new AtomicBoolean();

  private void untilStopped() {
    if (stopped.get()) {
      throw new EngineException(ErrorCode.CANCELED, "The statement was cancelled");
    }
  }

  private Thread plannedBy(String text) {
    return threads.plan(text, this::untilStopped, Thread::currentThread);
  }

  @Test
  void letsTheCallerLeaveWhilePlanningDoesNotAsk() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch planning = new CountDownLatch(1);
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<String> caller =
        CompletableFuture.supplyAsync(
            () ->
                threads.plan(
                    SHORT,
                    this::untilStopped,
                    () -> {
                      planning.countDown();
                      await(goOn);
                      thread.complete(Thread.currentThread());
                      return "a plan";
                    }));
    planning.await();
    stopped.set(true);
    assertThatThrownBy(() -> caller.get(30, TimeUnit.SECONDS))
        .hasRootCauseMessage("The statement was cancelled");
    assertThat(thread).isNotDone();
    goOn.countDown();
    assertThat(thread.get().isDaemon()).isTrue();
    stopped.set(false);
    assertThat(plannedBy(SHORT)).isNotSameAs(Thread.currentThread());
  }

  @Test
  void plansShortTextsOnTheThreadOfTheCallerOnceThePlannerIsLoaded() {
    assertThat(plannedBy(SHORT)).isNotSameAs(Thread.currentThread());
    loaded.set(true);
    assertThat(plannedBy(SHORT)).isNotSameAs(Thread.currentThread());
    assertThat(plannedBy(SHORT)).isSameAs(Thread.currentThread());
    assertThat(plannedBy(LONG)).isNotSameAs(Thread.currentThread());
  }

  @Test
  void plansOnTheThreadOfACallerWhomNobodyStops() {
    assertThat(threads.plan(LONG, Cancellation.NEVER, Thread::currentThread))
        .isSameAs(Thread.currentThread());
  }

  @Test
  void raisesWhatPlanningRaises() {
    EngineException refused = new EngineException(ErrorCode.NOT_KEYED, "No key");
    assertThatThrownBy(
            () ->
                threads.plan(
                    SHORT,
                    this::untilStopped,
                    () -> {
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThatThrownBy(
            () ->
                threads.plan(
                    SHORT,
                    this::untilStopped,
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void keepsAnInterruptionForTheCaller() {
    Thread.currentThread().interrupt();
    assertThat(plannedBy(SHORT)).isNotNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
