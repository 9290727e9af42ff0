package io.partikey.engine.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots under closing: a freed handle that is used would end the process of the test. */
class RowSnapshotTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 200 : 30;
  private static final byte[] KEY = new byte[20];
  private static final KeyRange ALL = KeyRange.ofPrefix(new byte[4]);

  private final RowStore store = RowStore.openMemory("the test's");

  @BeforeEach
  void putARow() {
    try (RowBatch batch = store.newBatch()) {
      batch.put(KEY, new byte[] {1});
      store.commit(batch, true);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void refusesEveryReadAfterItsClose() {
    RowSnapshot snapshot = store.snapshot();
    snapshot.close();
    snapshot.close();
    assertClosed(() -> snapshot.get(KEY));
    assertClosed(() -> snapshot.getPage(List.of(KEY, KEY)));
    assertClosed(snapshot::sequence);
    assertClosed(() -> snapshot.open(ALL, Rows.Direction.ASCENDING, Rows.Extent.OBJECT));
  }

  @Test
  void refusesEveryReadAfterTheCloseOfItsStore() {
    RowSnapshot snapshot = store.snapshot();
    store.close();
    assertClosed(() -> snapshot.get(KEY));
    assertClosed(snapshot::sequence);
    assertClosed(() -> snapshot.open(ALL, Rows.Direction.ASCENDING, Rows.Extent.OBJECT));
    snapshot.close();
  }

  @Test
  void leavesACursorItsRowsWhenItIsClosed() {
    RowSnapshot snapshot = store.snapshot();
    try (RowCursor cursor = snapshot.open(ALL, Rows.Direction.ASCENDING, Rows.Extent.COLLECTION)) {
      snapshot.close();
      try (RowBatch batch = store.newBatch()) {
        batch.delete(KEY);
        store.commit(batch, true);
      }
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.value()).containsExactly(1);
      assertThat(cursor.next()).isFalse();
      assertThatThrownBy(cursor::key).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void tellsReadersThatAnotherThreadClosesIt() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(3);
    for (int round = 0; round < ROUNDS; round++) {
      RowSnapshot snapshot = store.snapshot();
      AtomicLong reads = new AtomicLong();
      List<Future<?>> reading = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        reading.add(readers.submit(() -> assertClosed(() -> readForever(snapshot, reads))));
      }
      while (reads.get() < 10) {
        Thread.onSpinWait();
      }
      snapshot.close();
      for (Future<?> each : reading) {
        each.get();
      }
    }
    readers.shutdown();
  }

  private static void readForever(RowSnapshot snapshot, AtomicLong reads) {
    while (true) {
      assertThat(snapshot.get(KEY)).containsExactly(1);
      assertThat(snapshot.getPage(List.of(KEY, KEY))).hasSize(2);
      try (RowCursor cursor =
          snapshot.open(ALL, Rows.Direction.ASCENDING, Rows.Extent.COLLECTION)) {
        assertThat(cursor.next()).isTrue();
      }
      reads.incrementAndGet();
    }
  }

  private static void assertClosed(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("was closed. Open a")
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(ErrorCode.CLOSED);
  }
}
