package io.partikey.engine.store.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PeriodicSyncTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger syncs = new AtomicInteger();
  private volatile @Nullable Throwable failure;
  private volatile @Nullable CountDownLatch hanging;
  private final PeriodicSync sync = new PeriodicSync("database \"d\"", this::syncLog, nanos::get);

  private void syncLog() {
    syncs.incrementAndGet();
    @Nullable CountDownLatch hangs = hanging;
    if (hangs != null) {
      await(hangs);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void commit() {
    sync.admit();
    sync.committed();
  }

  private void later(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void syncsWhatWasCommittedSinceTheLastTime() {
    sync.sync();
    assertThat(syncs).hasValue(0);
    commit();
    commit();
    sync.sync();
    sync.sync();
    assertThat(syncs).hasValue(1);
  }

  @Test
  void refusesCommitsWhileTheDiskTakesNone() {
    failure = new EngineException(ErrorCode.STORAGE_FAILED, "No answer from the disk.");
    commit();
    assertThatThrownBy(sync::sync).isSameAs(failure);
    later(5);
    commit();
    later(1);
    assertThatThrownBy(this::commit)
        .isInstanceOfSatisfying(
            EngineException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_FAILED))
        .hasMessage(
            "Nothing was written: with durability=periodic a commit is on disk within a second, and"
                + " database \"d\" has commits that are not for more than five. As soon as its disk"
                + " takes them it goes on by itself; SHOW BACKGROUND tells what its sync fails of."
                + " (No answer from the disk.)");
    failure = null;
    assertThatCode(this::commit).doesNotThrowAnyException();
    later(4);
    assertThatCode(this::commit).doesNotThrowAnyException();
  }

  @Test
  void keepsWhatWaitsWhateverASyncThrows() {
    commit();
    failure = new OutOfMemoryError("Java heap space");
    assertThatThrownBy(sync::sync).isSameAs(failure);
    failure = null;
    sync.sync();
    assertThat(syncs).hasValue(2);
  }

  @Test
  void refusesCommitsWhileASyncHangs() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    hanging = hangs;
    commit();
    Thread syncing = new Thread(sync::sync);
    syncing.start();
    while (syncs.get() == 0) {
      Thread.onSpinWait();
    }
    commit();
    later(6);
    assertThatThrownBy(this::commit).hasMessageEndingWith("(The disk does not answer.)");
    hanging = null;
    hangs.countDown();
    syncing.join();
    assertThatCode(this::commit).doesNotThrowAnyException();
  }

  @Test
  void catchesUpAfterItsProcessSlept() {
    commit();
    later(3600);
    assertThatCode(this::commit).doesNotThrowAnyException();
    assertThat(syncs).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
