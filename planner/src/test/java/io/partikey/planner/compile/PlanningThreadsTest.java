package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.StopSignal;
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

  /** A statement that may be told to stop. */
  private static final class Stoppable implements Cancellation {
    private final StopSignal stop = new StopSignal();

    @Override
    public void check() {
      if (stop.isGiven()) {
        throw new EngineException(ErrorCode.CANCELED, "The statement was cancelled");
      }
    }

    @Override
    public Listening onStop(Runnable action) {
      return stop.listen(action);
    }
  }

  private Thread plannedBy(String text) {
    return threads.plan(text, new Stoppable(), Thread::currentThread);
  }

  @Test
  void letsTheCallerLeaveWhilePlanningDoesNotAsk() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch planning = new CountDownLatch(1);
    Stoppable stoppable = new Stoppable();
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<String> caller =
        CompletableFuture.supplyAsync(
            () ->
                threads.plan(
                    SHORT,
                    stoppable,
                    () -> {
                      planning.countDown();
                      await(goOn);
                      thread.complete(Thread.currentThread());
                      return "a plan";
                    }));
    planning.await();
    stoppable.stop.give();
    assertThatThrownBy(() -> caller.get(30, TimeUnit.SECONDS))
        .hasRootCauseMessage("The statement was cancelled");
    assertThat(thread).isNotDone();
    goOn.countDown();
    assertThat(thread.get().isDaemon()).isTrue();
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
                    new Stoppable(),
                    () -> {
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThatThrownBy(
            () ->
                threads.plan(
                    SHORT,
                    new Stoppable(),
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
