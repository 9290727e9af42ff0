package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.write.ChangeSet;
import io.partikey.engine.store.write.Latches;
import io.partikey.engine.table.Projection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
  private static final int QUESTIONS_AT_ONCE = Boolean.getBoolean("nightly") ? 1 : 7;

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

  /** Stops at one question after the other until the writes ask no more; the answer is at which. */
  private int stopEverywhere(ItemStore store, long items) {
    for (int asked = 0; ; asked += QUESTIONS_AT_ONCE) {
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

  @Test
  void whoHoldsATableKeepsNobodyFromAnotherOne() throws Exception {
    Latches latches = new Latches();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              Latches.Held whole =
                  latches.collections(List.of(), List.of(KeyLayout.allOf(1)), Cancellation.NEVER);
              Latches.Held items = latches.items(keys(1), Cancellation.NEVER);
              held.countDown();
              await(goOn);
              items.release();
              whole.release();
            });
    held.await();
    latches.items(keys(2), after(0)).release();
    latches.collections(changes(2), List.of(), after(0)).release();
    latches.collections(List.of(), List.of(KeyLayout.allOf(2)), after(0)).release();
    assertThatThrownBy(() -> latches.collections(changes(1), List.of(), after(0))).isSameAs(told);
    assertThatThrownBy(() -> latches.collections(List.of(), List.of(KeyLayout.allOf(1)), after(0)))
        .isSameAs(told);
    goOn.countDown();
    other.get();
    CompletableFuture.runAsync(
            () ->
                latches
                    .collections(List.of(), List.of(KeyLayout.allOf(1)), Cancellation.NEVER)
                    .release())
        .get();
  }

  /** Rows in many collections of an object. */
  private static List<byte[]> keys(int objectId) {
    return IntStream.range(0, 3000)
        .mapToObj(i -> ByteBuffer.allocate(12).putInt(objectId).putLong(i).array())
        .toList();
  }

  private static List<ChangeSet.RowChange> changes(int objectId) {
    return keys(objectId).stream().map(key -> new ChangeSet.RowChange(key, null)).toList();
  }

  @Test
  void aCommitComparesWhatItReadOnlyWhereOthersWrote() {
    backend.createTable(table("U"));
    backend.writeAtomically(WRITES);
    AtomicInteger asked = new AtomicInteger();
    try (Transaction transaction = scanned()) {
      backend.write(replace("U", item("other", 1, "")));
      transaction.commit(asked::incrementAndGet);
    }
    assertThat(asked).hasValueLessThan(20);
    try (Transaction transaction = scanned()) {
      // The same item once more: written, but not different.
      backend.write(WRITES.get(0));
      transaction.commit(asked::incrementAndGet);
    }
    assertThat(asked).hasValueGreaterThan(WRITES.size());
    try (Transaction transaction = scanned()) {
      backend.write(replace("T", item("new", 1, "")));
      assertThatThrownBy(transaction::commit).hasMessageStartingWith("Another transaction changed");
    }
  }

  @Test
  void aCommitThatIsToldToStopWroteNothing() {
    backend.createTable(table("U"));
    backend.writeAtomically(WRITES);
    for (int asked = 0; asked < WRITES.size(); asked += 50) {
      try (Transaction transaction = scanned()) {
        backend.write(WRITES.get(0));
        Cancellation stopping = after(asked);
        assertThatThrownBy(() -> transaction.commit(stopping)).isSameAs(told);
      }
    }
    assertThat(backend.statistics("U").table().items()).isZero();
    try (Transaction transaction = scanned()) {
      transaction.commit();
    }
    assertThat(backend.statistics("U").table().items()).isEqualTo(1);
  }

  /** A transaction that read all of T and writes to U. */
  private Transaction scanned() {
    Transaction transaction = backend.begin();
    try (ReadView view = transaction.openView()) {
      Optional<Continuation> next = Optional.empty();
      do {
        Page page =
            view.scan(
                new ScanRequest(
                    "T",
                    null,
                    new PageRequest(null, AttributeSelection.ALL, 0, next.orElse(null), false)));
        next = page.continuation();
      } while (next.isPresent());
    }
    transaction.write(replace("U", item("mine", 1, "")));
    return transaction;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
