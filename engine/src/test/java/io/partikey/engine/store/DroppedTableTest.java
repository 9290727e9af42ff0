package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ItemStore;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.Projection;
import io.partikey.testing.SeededTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What readers, writers and transactions are told beside a table that is dropped and made again.
 */
class DroppedTableTest {
  private static final Set<ErrorCode> TRUE_WORDS =
      Set.of(
          ErrorCode.UNKNOWN_TABLE,
          ErrorCode.UNKNOWN_INDEX,
          ErrorCode.TRANSACTION_CONFLICT,
          ErrorCode.DUPLICATE_INDEX);

  private final Backend backend = TestStore.memory();

  @AfterEach
  void close() {
    assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    backend.close();
  }

  @Test
  void aTransactionThatWritesToADroppedTableIsToBeTriedAgain() {
    backend.createTable(table("T"));
    try (Transaction transaction = backend.begin()) {
      backend.dropTable("T");
      assertThatThrownBy(() -> transaction.write(replace("T", item("a", 1, ""))))
          .isInstanceOfSatisfying(
              EngineException.class,
              told -> assertThat(told.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT))
          .hasMessage(
              "A table or index was dropped meanwhile; nothing was written. Try it again from its"
                  + " beginning.");
    }
  }

  @Test
  void aTransactionThatWroteBeforeItsTableWasMadeAnewLoses() {
    backend.createTable(table("T"));
    try (Transaction transaction = backend.begin()) {
      transaction.write(replace("T", item("a", 1, "")));
      backend.dropTable("T");
      backend.createTable(table("T"));
      assertThatThrownBy(transaction::commit)
          .isInstanceOfSatisfying(
              EngineException.class,
              told -> assertThat(told.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT));
    }
    assertThat(backend.statistics("T").table().items()).isZero();
  }

  @SeededTest
  void everybodyIsToldTheTruthWhileTablesComeAndGo(long seed) throws Exception {
    int rounds = Boolean.getBoolean("nightly") ? 5000 : 200;
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService executor = Executors.newCachedThreadPool();
    List<Future<?>> callers = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      Random random = new Random(seed + caller);
      callers.add(
          executor.submit(
              () -> {
                while (!over.get()) {
                  truly(() -> callOnce(random));
                }
              }));
    }
    Random random = new Random(seed + 100);
    for (int round = 0; round < rounds; round++) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      truly(() -> callOnce(random));
      if (random.nextBoolean()) {
        truly(() -> backend.createIndex("T", index("H", "g", Projection.KEYS_ONLY)));
        truly(() -> backend.dropIndex("T", "G"));
      }
      backend.dropTable("T");
    }
    over.set(true);
    for (Future<?> each : callers) {
      assertThat(each).as("%d rounds", rounds).succeedsWithin(Duration.ofMinutes(1));
    }
    executor.shutdown();
  }

  private void callOnce(Random random) {
    switch (random.nextInt(6)) {
      case 0 -> write(backend, random);
      case 1 -> read(backend, random);
      case 2 -> {
        try (Transaction transaction = backend.begin()) {
          read(transaction, random);
          write(transaction, random);
          write(transaction, random);
          transaction.commit();
        }
      }
      case 3 -> backend.statistics("T").table().items();
      case 4 -> backend.partitions("T");
      default -> backend.observedAttributes("T");
    }
  }

  private static void write(ItemStore store, Random random) {
    String attributes = "\"g\": {\"S\": \"x\"}, \"b" + random.nextInt(10) + "\": {\"S\": \"y\"}";
    store.write(replace("T", item("a", random.nextInt(10), attributes)));
  }

  private static void read(ItemStore store, Random random) {
    get(store, "T", key("a", random.nextInt(10)));
    try (ReadView view = store.openView()) {
      view.scan(new ScanRequest("T", random.nextBoolean() ? "G" : null, PageRequest.FIRST));
    }
  }

  private static void truly(Runnable call) {
    try {
      call.run();
    } catch (EngineException told) {
      assertThat(told.code()).as(told.toString()).isIn(TRUE_WORDS);
    }
  }
}
