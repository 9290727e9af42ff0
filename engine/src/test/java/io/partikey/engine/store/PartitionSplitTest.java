package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.Catalog;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.store.partition.PartitionLimits;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.Projection;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.FakeClock;
import io.partikey.testing.SeededTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionSplitTest {
  private static final PartitionLimits SMALL = PartitionLimits.OF_SERVICE.withBytes(20_000);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Engine engine =
      new Engine(
          RowStore.openMemory("the test's"), EngineSettings.byHand(clock).with(SMALL), () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  PartitionSplitTest() {
    backend.createTable(TestStore.table("T", index("G", "g", Projection.KEYS_ONLY)));
  }

  @AfterEach
  void close() {
    assertThat(engine.problems()).isEmpty();
    engine.close();
  }

  @Test
  void dividesWhatIsTooLargeUntilItIsNot() {
    for (int i = 0; i < 1000; i++) {
      backend.write(replace("T", item("key" + i, 1, filler(100))));
    }
    Catalog before = backend.catalog();
    splitWhatIsDue();
    assertThat(backend.catalog()).as("for which plans were made").isSameAs(before);
    List<PartitionDescription> partitions = partitions(null);
    assertThat(partitions)
        .hasSizeBetween(7, 32)
        .allSatisfy(partition -> assertThat(partition.bytes()).isBetween(1000L, SMALL.bytes()));
    assertThat(partitions.stream().mapToLong(PartitionDescription::items).sum()).isEqualTo(1000);
    assertThat(partitions.get(0).firstHash()).isZero();
    for (int i = 1; i < partitions.size(); i++) {
      assertThat(partitions.get(i).firstHash()).isEqualTo(partitions.get(i - 1).lastHash() + 1);
    }
    assertThat(partitions.get(partitions.size() - 1).lastHash()).isEqualTo(-1);
  }

  @Test
  void neverDividesAnItemCollection() {
    for (int i = 0; i < 1000; i++) {
      backend.write(replace("T", item("only", i, filler(100))));
    }
    splitWhatIsDue();
    assertThat(partitions(null)).hasSize(1);
    assertThat(partitions(null).get(0).bytes()).isGreaterThan(SMALL.bytes());
    clock.advance(Duration.ofMinutes(2));
    assertThat(partitions(null).get(0).verdict())
        .isEqualTo("large: will be split where its item collections can be divided");
  }

  @Test
  void dividesWhatIsTooHotByItsHeat() {
    for (int i = 0; i < 20; i++) {
      backend.write(replace("T", item("key" + i, 1, "")));
    }
    assertThat(engine.splits().step()).isZero();
    for (int i = 0; i < 4000; i++) {
      backend.write(replace("T", item("key" + i % 20, 1, filler(20_000))));
    }
    PartitionDescription hot = partitions(null).get(0);
    assertThat(hot.writeUnits()).isGreaterThan(60_000);
    assertThat(hot.verdict())
        .isEqualTo("hot: takes 1334 WU a second of the 1000 that a partition has; will be split");
    shrink(20);
    assertThat(engine.splits().step()).isEqualTo(1);
    assertThat(partitions(null)).hasSize(2);
    assertThat(partitions(null))
        .allSatisfy(half -> assertThat(half.writeUnits()).isBetween(0.2 * 80_000, 0.8 * 80_000));
    assertThat(partitions(null).stream().mapToDouble(PartitionDescription::writeUnits).sum())
        .isBetween(hot.writeUnits(), hot.writeUnits() + 500);
    assertThat(engine.splits().step()).isZero();
  }

  @Test
  void leavesWhatOneCollectionMakesHot() {
    for (int i = 0; i < 4000; i++) {
      backend.write(replace("T", item(i % 10 == 0 ? "cold" + i % 50 : "hot", 1, filler(20_000))));
    }
    for (int i = 0; i < 50; i += 10) {
      backend.write(replace("T", item("cold" + i, 1, "")));
    }
    backend.write(replace("T", item("hot", 1, "")));
    assertThat(engine.splits().step()).isZero();
    assertThat(partitions(null)).hasSize(1);
    assertThat(partitions(null).get(0).verdict())
        .isEqualTo(
            "too hot: item collection hot alone takes 1200 WU a second of the 1000 that a"
                + " partition has, and no split divides it; spread it over several partition key"
                + " values");
  }

  @SeededTest
  void changesNoAnswerWhileWritersAndTransactionsGoOn(long seed) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int accounts = 300;
    for (int i = 0; i < accounts; i++) {
      backend.write(replace("T", account(i, 100)));
    }
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < 2; thread++) {
      Random random = new Random(seed + thread);
      running.add(threads.submit(() -> transferUntil(done, random, accounts)));
    }
    Random random = new Random(seed - 1);
    running.add(
        threads.submit(
            () -> {
              for (int i = 0; !done.get(); i++) {
                backend.write(replace("T", item("more" + i, 1, group(random) + ", " + filler(50))));
              }
            }));
    running.add(
        threads.submit(
            () -> {
              while (!done.get()) {
                assertThat(total(accounts)).isEqualTo(100L * accounts);
              }
            }));
    int rounds = Boolean.getBoolean("nightly") ? 200 : 10;
    for (int splits = 0; splits < rounds; ) {
      splits += engine.splits().step();
      for (Future<?> each : running) {
        if (each.isDone()) {
          each.get();
        }
      }
    }
    done.set(true);
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
    assertThat(partitions(null)).hasSizeGreaterThan(5);
    assertThat(partitions("G")).hasSizeGreaterThan(1);
    assertThat(partitions(null).stream().mapToLong(PartitionDescription::items).sum())
        .isEqualTo(backend.statistics("T").table().items());
  }

  @Test
  void isWholeOrNotAtAllWhenItsProcessIsKilled(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("db");
    int rounds = Boolean.getBoolean("nightly") ? 30 : 1;
    int partitions = 1;
    for (int round = 0; round < rounds; round++) {
      try (ChildProcess splitter = ChildProcess.run(SplitterProcess.class, path.toString())) {
        for (int splits = 0; splits < 3; splits++) {
          assertThat(splitter.readLine()).isEqualTo("split");
        }
        splitter.kill();
      }
      try (Backend again = TestStore.file(path)) {
        assertThat(((EmbeddedBackend) again).engine().problems()).isEmpty();
        assertThat(again.partitions("T")).hasSizeGreaterThan(partitions);
        partitions = again.partitions("T").size();
      }
    }
  }

  private void transferUntil(AtomicBoolean done, Random random, int accounts) {
    while (!done.get()) {
      int from = random.nextInt(accounts);
      int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
      try (Transaction transaction = backend.begin()) {
        transaction.write(replace("T", account(from, balance(transaction, from) - 1)));
        transaction.write(replace("T", account(to, balance(transaction, to) + 1)));
        transaction.commit();
      } catch (EngineException lost) {
        assertThat(lost.code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT);
      }
    }
  }

  private static long balance(Transaction transaction, int account) {
    return balance(Objects.requireNonNull(get(transaction, "T", key("account" + account, 1))));
  }

  private static long balance(Item account) {
    BigDecimal balance = ((NumberValue) Objects.requireNonNull(account.get("balance"))).value();
    return balance.longValueExact();
  }

  private static Item account(int i, long balance) {
    return item(
        "account" + i,
        1,
        "\"balance\": {\"N\": \"" + balance + "\"}, \"g\": {\"S\": \"g" + i + "\"}");
  }

  /** The sum of all balances that a scan finds, each account once. */
  private long total(int accounts) {
    long total = 0;
    int found = 0;
    try (ReadView view = backend.openView()) {
      PageRequest page = PageRequest.FIRST.withLimit(50);
      while (true) {
        Page read = view.scan(new ScanRequest("T", null, page));
        for (Item each : read.items()) {
          if (each.get("balance") != null) {
            found++;
            total += balance(each);
          }
        }
        if (read.continuation().isEmpty()) {
          assertThat(found).isEqualTo(accounts);
          return total;
        }
        page = page.after(read.continuation().get());
      }
    }
  }

  private void shrink(int keys) {
    for (int i = 0; i < keys; i++) {
      backend.write(replace("T", item("key" + i, 1, "")));
    }
  }

  private void splitWhatIsDue() {
    while (engine.splits().step() > 0) {
      assertThat(engine.problems()).isEmpty();
    }
  }

  private List<PartitionDescription> partitions(@org.jspecify.annotations.Nullable String index) {
    return backend.partitions("T").stream()
        .filter(partition -> Objects.equals(partition.index(), index))
        .toList();
  }

  private static String group(Random random) {
    return "\"g\": {\"S\": \"group" + random.nextInt(1000) + "\"}";
  }

  private static String filler(int length) {
    return "\"filler\": {\"S\": \"" + "x".repeat(length) + "\"}";
  }
}
