package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionLockTest {
  private final SessionLock lock = new SessionLock();

  @Test
  void runsAtOnceWhereItIsFree() {
    List<String> events = new ArrayList<>();
    lock.whenFree(() -> events.add("action"));
    assertThat(events).containsExactly("action");
  }

  @Test
  void runsWithinTheTurnOfItsOwnThread() {
    List<String> events = new ArrayList<>();
    lock.acquire();
    lock.whenFree(() -> events.add("action"));
    assertThat(events).containsExactly("action");
    lock.release();
  }

  @Test
  void leavesItToTheThreadThatHoldsIt() throws Exception {
    List<Thread> ranBy = new ArrayList<>();
    lock.acquire();
    Thread other = new Thread(() -> lock.whenFree(() -> ranBy.add(Thread.currentThread())));
    other.start();
    other.join();
    assertThat(ranBy).isEmpty();
    lock.release();
    assertThat(ranBy).containsExactly(Thread.currentThread());
  }

  @Test
  void letsGoWhoWaitsAndIsToldToStop() throws Exception {
    EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");
    lock.acquire();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () ->
                lock.acquire(
                    () -> {
                      throw told;
                    }));
    assertThatThrownBy(waiting::get).hasCause(told);
    lock.release();
    CompletableFuture.runAsync(
            () -> {
              lock.acquire(Cancellation.NEVER);
              lock.release();
            })
        .get();
  }

  @Test
  void keepsAnInterruptionOfWhoWaits() throws Exception {
    lock.acquire();
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              lock.acquire(asked::countDown);
              lock.release();
              interrupted.complete(Thread.interrupted());
            });
    waiting.start();
    asked.await();
    waiting.interrupt();
    lock.release();
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void losesNoActionAmongManyThreads() throws Exception {
    int threads = 4;
    int turns = 20_000;
    AtomicInteger actions = new AtomicInteger();
    int[] guarded = new int[1];
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    for (int t = 0; t < threads; t++) {
      executor.execute(
          () -> {
            for (int i = 0; i < turns; i++) {
              lock.acquire();
              guarded[0]++;
              lock.release();
              lock.whenFree(
                  () -> {
                    guarded[0]++;
                    actions.incrementAndGet();
                  });
            }
          });
    }
    executor.shutdown();
    while (!executor.isTerminated()) {
      Thread.onSpinWait();
    }
    assertThat(actions).hasValue(threads * turns);
    assertThat(guarded[0]).isEqualTo(2 * threads * turns);
  }
}
