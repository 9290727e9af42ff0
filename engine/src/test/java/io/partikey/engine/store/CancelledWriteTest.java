package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.write.Latches;
import io.partikey.engine.table.Projection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes that are told to stop before their commit wrote nothing and hold nothing. */
@Timeout(60)
class CancelledWriteTest {
  private final EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");
  private static final List<WriteRequest> WRITES =
      IntStream.range(0, 250)
          .<WriteRequest>mapToObj(i -> replace("T", item("a" + i, i, "\"g\": {\"S\": \"x\"}")))
          .toList();

  private final Engine engine =
      new Engine(RowStore.openMemory("the test's"), EngineSettings.DEFAULT, () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  @BeforeEach
  void createTable() {
    backend.createTable(table("T", index("G", "g", Projection.ALL)));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Cancellation after(int most) {
    AtomicInteger asked = new AtomicInteger();
    return () -> {
      if (asked.incrementAndGet() > most) {
        throw told;
      }
    };
  }

  /** Tries until as many questions are answered as the writes ask; the answer is how many. */
  private int stopEverywhere(ItemStore store, long items) {
    for (int asked = 0; ; asked++) {
      try {
        store.writeAtomically(WRITES, after(asked));
        return asked;
      } catch (EngineException stopped) {
        assertThat(stopped).isSameAs(told);
        assertThat(backend.statistics("T").table().items()).isEqualTo(items);
      }
    }
  }

  @Test
  void aCommitOfItsOwnIsAllOrNothing() {
    assertThat(stopEverywhere(backend, 0)).isGreaterThan(WRITES.size());
    assertThat(backend.statistics("T").table().items()).isEqualTo(250);
    assertThat(engine.problems()).isEmpty();
  }

  @Test
  void aTransactionGoesOnWithoutTheWritesThatWereStopped() {
    try (Transaction transaction = backend.begin()) {
      transaction.write(replace("T", item("b", 1, "\"g\": {\"S\": \"x\"}")));
      assertThatThrownBy(() -> transaction.writeAtomically(WRITES, after(100))).isSameAs(told);
      transaction.commit();
    }
    assertThat(backend.statistics("T").table().items()).isEqualTo(1);
    assertThat(engine.problems()).isEmpty();
  }

  @Test
  void whoWaitsForAnotherWriterLeavesAndHoldsNothing() throws Exception {
    Latches latches = new Latches();
    List<byte[]> keys =
        IntStream.range(0, 100)
            .mapToObj(i -> ("key" + i).getBytes(StandardCharsets.UTF_8))
            .toList();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              Latches.Held item = latches.item(keys.get(50), Cancellation.NEVER);
              held.countDown();
              await(goOn);
              item.release();
            });
    held.await();
    assertThatThrownBy(() -> latches.item(keys.get(50), after(0))).isSameAs(told);
    assertThatThrownBy(() -> latches.items(keys, after(0))).isSameAs(told);
    goOn.countDown();
    other.get();
    CompletableFuture.runAsync(() -> latches.items(keys, Cancellation.NEVER).release()).get();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
