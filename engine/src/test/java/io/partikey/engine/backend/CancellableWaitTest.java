package io.partikey.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody who waits wakes up to ask; who is told to stop wakes up at once. */
@Timeout(60)
@SuppressWarnings("LockNotBeforeTry") // The lock is held until the one that waits was seen.
class CancellableWaitTest {
  private final EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");
  private final EngineException late = new EngineException(ErrorCode.TIMEOUT, "Too late");
  private final StopSignal signal = new StopSignal();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile long nanosLeft = Long.MAX_VALUE;
  private final ReentrantLock lock = new ReentrantLock();

  private final Cancellation cancellation =
      new Cancellation() {
        @Override
        public void check() {
          asked.incrementAndGet();
          if (signal.isGiven()) {
            throw told;
          }
          if (nanosLeft <= 0) {
            throw late;
          }
        }

        @Override
        public long nanosLeft() {
          long left = nanosLeft;
          if (left < Long.MAX_VALUE) {
            nanosLeft = 0;
          }
          return left;
        }

        @Override
        public Listening onStop(Runnable action) {
          return signal.listen(action);
        }
      };

  /** Whoever waits for the lock, which the test holds, and what becomes of it. */
  private final class Waiter {
    private final AtomicReference<@Nullable Throwable> raised = new AtomicReference<>();
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Thread thread =
        new Thread(
            () -> {
              try {
                CancellableWait.lock(lock, cancellation);
                lock.unlock();
              } catch (EngineException stopped) {
                raised.set(stopped);
              }
              interrupted.complete(Thread.interrupted());
            });

    void begin() {
      thread.start();
      while (!lock.hasQueuedThread(thread)) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void asksOnceAndThenSleeps() throws Exception {
    lock.lock();
    Waiter waiter = new Waiter();
    waiter.begin();
    while (waiter.thread.getState() != Thread.State.WAITING
        && waiter.thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    // Many times as long as between two questions of one who would ask now and then.
    waiter.thread.join(500);
    assertThat(asked).hasValue(1);
    signal.give();
    assertThat(waiter.interrupted.get()).as("woken by an interruption that ends there").isFalse();
    assertThat(waiter.raised).hasValue(told);
    assertThat(asked).hasValue(2);
    assertThat(lock.hasQueuedThreads()).isFalse();
    lock.unlock();
  }

  @Test
  void takesWhatIsFreeWithoutAsking() {
    signal.give();
    CancellableWait.lock(lock, cancellation);
    assertThat(lock.isHeldByCurrentThread()).isTrue();
    assertThat(asked).hasValue(0);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void doesNotBeginToWaitWhenItWasToldBefore() {
    lock.lock();
    signal.give();
    Waiter waiter = new Waiter();
    waiter.thread.start();
    assertThat(waiter.interrupted.join()).isFalse();
    assertThat(waiter.raised).hasValue(told);
  }

  @Test
  void wakesWhenTheTimeIsOver() {
    lock.lock();
    nanosLeft = 1000;
    Waiter waiter = new Waiter();
    waiter.thread.start();
    assertThat(waiter.interrupted.join()).isFalse();
    assertThat(waiter.raised).hasValue(late);
    assertThat(asked).hasValue(2);
  }

  @Test
  void keepsAnInterruptionOfSomebodyElse() throws Exception {
    lock.lock();
    Waiter waiter = new Waiter();
    waiter.begin();
    waiter.thread.interrupt();
    while (asked.get() < 2) {
      Thread.onSpinWait();
    }
    assertThat(waiter.interrupted).isNotDone();
    lock.unlock();
    assertThat(waiter.interrupted.get()).isTrue();
    assertThat(waiter.raised).hasValue(null);
  }

  @Test
  void aWakeThatComesTooLateInterruptsNobody() throws Exception {
    for (int i = 0; i < 2000; i++) {
      StopSignal once = new StopSignal();
      CompletableFuture<Void> future = new CompletableFuture<>();
      Thread other =
          new Thread(
              () -> {
                future.complete(null);
                once.give();
              });
      other.start();
      CancellableWait.done(
          future,
          new Cancellation() {
            @Override
            public void check() {}

            @Override
            public Listening onStop(Runnable action) {
              return once.listen(action);
            }
          });
      other.join();
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void anInterruptionEndsAWaitThatMayBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> CancellableWait.doneInterruptibly(new CompletableFuture<>(), cancellation))
        .isInstanceOf(InterruptedException.class);
  }
}
