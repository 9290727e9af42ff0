package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.Projection;
import io.partikey.testing.SeededTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final int ACCOUNTS = 50;
  private static final long EACH = 100;

  private final Path directory;

  BackupTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @SeededTest
  void holdsEachTransactionWhollyOrNotAtAllWhileTransfersGoOn(long seed) throws Exception {
    try (Backend backend = TestStore.file(directory.resolve("db"), TestStore.quick())) {
      copyWhileTransfersGoOn(backend, seed);
    }
  }

  @SeededTest
  void doesSoFromMemoryToo(long seed) throws Exception {
    try (Backend backend = TestStore.memory()) {
      copyWhileTransfersGoOn(backend, seed);
    }
  }

  private void copyWhileTransfersGoOn(Backend backend, long seed) throws Exception {
    backend.createTable(TestStore.table("T", index("G", "g", Projection.ALL)));
    for (int i = 0; i < ACCOUNTS; i++) {
      backend.write(replace("T", account(i, EACH)));
    }
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong transfers = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      Random random = new Random(seed + thread);
      running.add(threads.submit(() -> transferUntil(done, backend, random, transfers)));
    }
    int copies = Boolean.getBoolean("nightly") ? 20 : 4;
    for (int i = 0; i < copies; i++) {
      long before = transfers.get();
      backend.backup(directory.resolve("copy" + i));
      while (transfers.get() < before + 20 && running.stream().noneMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
    }
    done.set(true);
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
    for (int i = 0; i < copies; i++) {
      try (Backend copy = TestStore.file(directory.resolve("copy" + i))) {
        assertThat(total(copy)).as("copy %d", i).isEqualTo(ACCOUNTS * EACH);
        assertThat(((EmbeddedBackend) copy).engine().problems()).isEmpty();
        copy.dropTable("T");
      }
    }
    assertThat(total(backend)).isEqualTo(ACCOUNTS * EACH);
  }

  @Test
  void isMadeInAnEmptyDirectoryAndRefusedInAnyOther() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Path full = Files.createDirectory(directory.resolve("full"));
    Files.createFile(full.resolve("letter"));
    try (Backend backend = TestStore.memory()) {
      backend.createTable(TestStore.table("T"));
      backend.write(replace("T", item("a", 1, "")));
      backend.backup(empty);
      assertRefused(
          backend,
          full,
          "the directory holds other files (letter). Name a directory that does not exist, or an"
              + " empty one.");
      assertRefused(
          backend,
          empty,
          "the directory holds other files (PARTIKEY, rows). Name a directory that does not exist,"
              + " or an empty one.");
      assertRefused(
          backend,
          full.resolve("letter"),
          "that is a file. Name a directory that does not exist, or an empty one.");
      assertThatThrownBy(() -> backend.backup(directory.resolve("no").resolve("such")))
          .hasMessageContaining("Name a directory that does not exist, in one that does.");
    }
    try (Backend copy = TestStore.file(empty)) {
      assertThat(get(copy, "T", key("a", 1))).isNotNull();
    }
  }

  private static void assertRefused(Backend backend, Path path, String reason) {
    assertThatThrownBy(() -> backend.backup(path))
        .isInstanceOfSatisfying(
            EngineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessage("The backup \"" + path + "\" cannot be written: " + reason);
  }

  private static void transferUntil(
      AtomicBoolean done, Backend backend, Random random, AtomicLong transfers) {
    while (!done.get()) {
      int from = random.nextInt(ACCOUNTS);
      int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
      try (Transaction transaction = backend.begin()) {
        long before = balance(Objects.requireNonNull(get(transaction, "T", key("a" + from, 1))));
        long beside = balance(Objects.requireNonNull(get(transaction, "T", key("a" + to, 1))));
        transaction.write(replace("T", account(from, before - 1)));
        transaction.write(replace("T", account(to, beside + 1)));
        transaction.commit();
        transfers.incrementAndGet();
      } catch (EngineException lost) {
        assertThat(lost.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT);
      }
    }
  }

  private static long total(Backend backend) {
    long total = 0;
    for (int i = 0; i < ACCOUNTS; i++) {
      total += balance(Objects.requireNonNull(get(backend, "T", key("a" + i, 1))));
    }
    return total;
  }

  private static Item account(int i, long balance) {
    return item(
        "a" + i,
        1,
        "\"balance\": {\"N\": \"" + balance + "\"}, \"g\": {\"S\": \"" + balance % 7 + "\"}");
  }

  private static long balance(Item account) {
    return ((NumberValue) Objects.requireNonNull(account.get("balance"))).value().longValueExact();
  }
}
