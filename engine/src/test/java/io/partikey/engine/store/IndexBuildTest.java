package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.Projection;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.SeededTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexBuildTest {
  @Test
  void findsWhatIsThereAndSkipsWhatCannotBeIndexed() {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T"));
      for (int i = 0; i < 1000; i++) {
        backend.write(replace("T", item("a" + i % 7, i, i % 3 == 0 ? "" : attribute(i))));
      }
      backend.write(replace("T", item("wrong", 1, "\"g\": {\"N\": \"5\"}")));
      backend.write(replace("T", item("empty", 1, "\"g\": {\"S\": \"\"}")));
      backend.createIndex("T", index("G", "g", Projection.KEYS_ONLY));
      assertThat(backend.statistics("T").of("G").items()).isEqualTo(666);
      assertThat(state(backend)).isEqualTo(IndexDescription.IndexState.ACTIVE);
      assertThat(problems(backend)).isEmpty();
    }
  }

  @Test
  void refusesValuesThatCannotBeIndexedFromThenOn() {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      assertThatThrownBy(() -> backend.write(replace("T", item("a", 1, "\"g\": {\"N\": \"5\"}"))))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("Type mismatch for Index Key g Expected: S Actual: N");
    }
  }

  @SeededTest
  void staysRightWhileWritersGoOn(long seed) throws Exception {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T"));
      int items = Boolean.getBoolean("nightly") ? 1_000_000 : 20_000;
      for (int i = 0; i < items; i++) {
        backend.write(replace("T", item("a" + i % 100, i, attribute(i))));
      }
      AtomicBoolean done = new AtomicBoolean();
      ExecutorService writers = Executors.newFixedThreadPool(4);
      List<Future<?>> writing = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        Random random = new Random(seed + writer);
        writing.add(
            writers.submit(
                () -> {
                  while (!done.get()) {
                    change(backend, random);
                  }
                }));
      }
      backend.createIndex("T", index("G", "g", Projection.ALL));
      done.set(true);
      for (Future<?> each : writing) {
        each.get();
      }
      writers.shutdown();
      assertThat(problems(backend)).isEmpty();
      assertThat(backend.statistics("T").of("G").items()).isGreaterThan(1000);
    }
  }

  @Test
  void goesOnAfterARestart(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("db");
    ExecutorService creator = Executors.newSingleThreadExecutor();
    Backend first = TestStore.file(path, TestStore.quick());
    first.createTable(table("T"));
    for (int i = 0; i < 20_000; i++) {
      first.write(replace("T", item("a" + i % 100, i, attribute(i))));
    }
    Future<?> creating =
        creator.submit(() -> first.createIndex("T", index("G", "g", Projection.ALL)));
    awaitProgress(first);
    first.shutdown();
    assertThatThrownBy(creating::get).hasCauseInstanceOf(EngineException.class);
    creator.shutdown();
    try (Backend again = TestStore.file(path)) {
      while (state(again) != IndexDescription.IndexState.ACTIVE) {
        assertNotReadable(again);
        Thread.onSpinWait();
      }
      assertThat(problems(again)).isEmpty();
      assertThat(again.statistics("T").of("G").items()).isEqualTo(20_000);
    }
  }

  @Test
  void endsWhenTheIndexIsDroppedMeanwhile() throws Exception {
    try (Backend backend = TestStore.memory()) {
      backend.createTable(table("T"));
      for (int i = 0; i < 20_000; i++) {
        backend.write(replace("T", item("a" + i % 100, i, attribute(i))));
      }
      ExecutorService creator = Executors.newSingleThreadExecutor();
      Future<?> creating =
          creator.submit(() -> backend.createIndex("T", index("G", "g", Projection.ALL)));
      awaitProgress(backend);
      backend.dropIndex("T", "G");
      assertThatThrownBy(creating::get)
          .cause()
          .hasMessage("Index \"G\" was dropped while it was being built. Create it again.");
      creator.shutdown();
      backend.createIndex("T", index("G", "g", Projection.KEYS_ONLY));
      assertThat(problems(backend)).isEmpty();
    }
  }

  @Test
  void leavesNothingOfAnIndexThatIsToldToStop() throws Exception {
    Stoppable cancellation = new Stoppable();
    CountDownLatch goOn = new CountDownLatch(1);
    Runnable wait =
        () -> {
          cancellation.stop();
          await(goOn);
        };
    Engine engine =
        new Engine(
            RowStore.openMemory("the test's"),
            EngineSettings.DEFAULT.withBetweenBatches(wait),
            () -> {});
    try (engine) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      backend.createTable(table("T"));
      for (int i = 0; i < 2000; i++) {
        backend.write(replace("T", item("a" + i % 100, i, attribute(i))));
      }
      IndexDescription index = index("G", "g", Projection.ALL);
      assertThatThrownBy(() -> backend.createIndex("T", index, cancellation))
          .isSameAs(cancellation.told());
      assertThat(backend.catalog().table("T").orElseThrow().indexes()).isEmpty();
      goOn.countDown();
      backend.createIndex("T", index);
      assertThat(backend.statistics("T").of("G").items()).isEqualTo(2000);
      assertThat(engine.problems()).isEmpty();
    }
  }

  @Test
  void saysThatNothingIsLeftAlsoToWhoIsInterruptedAtTheSameTime() {
    EngineException told = new EngineException(ErrorCode.CANCELED, "Stop");
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    Cancellation onceItIsAdded =
        () -> {
          if (asked.getAndIncrement() > 0) {
            goOn.countDown();
            throw told;
          }
        };
    Engine engine =
        new Engine(
            RowStore.openMemory("the test's"),
            EngineSettings.DEFAULT.withBetweenBatches(() -> await(goOn)),
            () -> {});
    try (engine) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      backend.createTable(table("T"));
      for (int i = 0; i < 100; i++) {
        backend.write(replace("T", item("a" + i, i, attribute(i))));
      }
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () -> backend.createIndex("T", index("G", "g", Projection.ALL), onceItIsAdded))
          .isSameAs(told);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(backend.catalog().table("T").orElseThrow().indexes()).isEmpty();
    }
  }

  @Test
  void letsWritersOfEveryItemGoOnInItsMiddle() throws Exception {
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger batches = new AtomicInteger();
    Runnable stopOnce =
        () -> {
          if (batches.incrementAndGet() == 4) {
            inTheMiddle.countDown();
            await(goOn);
          }
        };
    Engine engine =
        new Engine(
            RowStore.openMemory("the test's"),
            EngineSettings.DEFAULT.withBetweenBatches(stopOnce),
            () -> {});
    try (engine) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      backend.createTable(table("T"));
      for (int i = 0; i < 2000; i++) {
        backend.write(replace("T", item("a" + i % 100, i, attribute(i))));
      }
      ExecutorService creator = Executors.newSingleThreadExecutor();
      Future<?> creating =
          creator.submit(() -> backend.createIndex("T", index("G", "g", Projection.ALL)));
      await(inTheMiddle);
      assertThat(state(backend)).isEqualTo(IndexDescription.IndexState.BUILDING);
      for (int i = 0; i < 2000; i++) {
        backend.write(replace("T", item("a" + i % 100, i, i % 3 == 0 ? "" : attribute(i + 1))));
      }
      try (Transaction transaction = backend.begin()) {
        transaction.write(replace("T", item("new", 1, attribute(1))));
        transaction.commit();
      }
      assertThatThrownBy(() -> backend.write(replace("T", item("a", 1, "\"g\": {\"N\": \"5\"}"))))
          .hasMessageContaining("Type mismatch for Index Key g Expected: S Actual: N");
      assertNotReadable(backend);
      assertThat(creating.isDone()).isFalse();
      assertThat(engine.problems()).isEmpty();
      goOn.countDown();
      creating.get();
      creator.shutdown();
      assertThat(engine.problems()).isEmpty();
      assertThat(backend.statistics("T").of("G").items()).isEqualTo(1334);
    }
  }

  @Test
  void goesOnWhereItsProcessWasKilled(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("db");
    try (ChildProcess indexer =
        ChildProcess.run(IndexerProcess.class, path.toString(), "10000", "build")) {
      assertThat(indexer.readLine()).isEqualTo("half built");
      indexer.kill();
    }
    DatabaseDirectory database = new DatabaseDirectory(path);
    CountDownLatch resumed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Runnable stopOnce =
        () -> {
          resumed.countDown();
          await(goOn);
        };
    try (Engine engine =
        new Engine(
            database.open(false),
            EngineSettings.DEFAULT.withBetweenBatches(stopOnce),
            database::release)) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      await(resumed);
      IndexDescription index = backend.catalog().table("T").orElseThrow().index("G").orElseThrow();
      assertThat(index.progress()).isBetween(0.4, 0.6);
      assertThat(backend.statistics("T").of("G").items()).isBetween(4000L, 6000L);
      assertNotReadable(backend);
      goOn.countDown();
      while (state(backend) != IndexDescription.IndexState.ACTIVE) {
        Thread.onSpinWait();
      }
      assertThat(engine.problems()).isEmpty();
      assertThat(backend.statistics("T").of("G").items()).isEqualTo(10_000);
    }
  }

  @Test
  void givesTheSpaceOfADroppedIndexBackWhenItsProcessWasKilled(@TempDir Path directory)
      throws Exception {
    Path path = directory.resolve("db");
    try (ChildProcess indexer =
        ChildProcess.run(IndexerProcess.class, path.toString(), "5000", "drop")) {
      assertThat(indexer.readLine()).isEqualTo("built");
      assertThat(indexer.readLine()).isEqualTo("dropped");
      indexer.kill();
    }
    try (Backend again = TestStore.file(path)) {
      Engine engine = ((EmbeddedBackend) again).engine();
      while (!engine.definitions().dropped().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(again.catalog().table("T").orElseThrow().indexes()).isEmpty();
      assertThat(engine.problems()).isEmpty();
      again.createIndex("T", index("G", "g", Projection.KEYS_ONLY));
      assertThat(again.statistics("T").of("G").items()).isEqualTo(5000);
    }
  }

  @Test
  void tellsEveryoneWhoWaitsForAnIndexThatTheDatabaseWasShutDown(@TempDir Path directory)
      throws Exception {
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    Path path = directory.resolve("db");
    DatabaseDirectory database = new DatabaseDirectory(path);
    Engine engine =
        new Engine(
            database.open(false),
            EngineSettings.DEFAULT.withBetweenBatches(
                () -> {
                  inTheMiddle.countDown();
                  await(new CountDownLatch(1));
                }),
            database::release);
    Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
    backend.createTable(table("T"));
    for (int i = 0; i < 200; i++) {
      backend.write(replace("T", item("a", i, attribute(i))));
    }
    ExecutorService creators = Executors.newFixedThreadPool(2);
    Future<?> running =
        creators.submit(() -> backend.createIndex("T", index("G", "g", Projection.ALL)));
    await(inTheMiddle);
    Future<?> queued =
        creators.submit(() -> backend.createIndex("T", index("H", "g", Projection.ALL)));
    while (backend.catalog().table("T").orElseThrow().index("H").isEmpty()) {
      Thread.onSpinWait();
    }
    engine.close();
    for (Future<?> creating : List.of(running, queued)) {
      assertThatThrownBy(() -> creating.get(1, TimeUnit.MINUTES))
          .cause()
          .isInstanceOfSatisfying(
              EngineException.class,
              closed -> assertThat(closed.code()).isEqualTo(ErrorCode.CLOSED))
          .hasMessage(
              "The shutdown of database \"%s\" came before index \"%s\" was built. The building goes"
                  + " on when it is opened again.",
              path, creating == running ? "G" : "H");
    }
    creators.shutdown();
    try (Backend again = TestStore.file(path)) {
      while (again.catalog().table("T").orElseThrow().indexes().stream()
          .anyMatch(index -> !index.isActive())) {
        Thread.onSpinWait();
      }
      assertThat(again.statistics("T").of("H").items()).isEqualTo(200);
      assertThat(problems(again)).isEmpty();
    }
  }

  @Test
  void tellsWhoWaitsBehindAnotherIndexThatItsOwnWasDropped() throws Exception {
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Engine engine =
        new Engine(
            RowStore.openMemory("the test's"),
            EngineSettings.DEFAULT.withBetweenBatches(
                () -> {
                  inTheMiddle.countDown();
                  await(goOn);
                }),
            () -> {});
    try (engine) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      for (String name : List.of("T", "U")) {
        backend.createTable(table(name));
        backend.write(replace(name, item("a", 1, attribute(1))));
      }
      ExecutorService creators = Executors.newFixedThreadPool(2);
      Future<?> first =
          creators.submit(() -> backend.createIndex("T", index("G", "g", Projection.ALL)));
      await(inTheMiddle);
      Future<?> second =
          creators.submit(() -> backend.createIndex("U", index("H", "g", Projection.ALL)));
      while (backend.catalog().table("U").orElseThrow().index("H").isEmpty()) {
        Thread.onSpinWait();
      }
      backend.dropTable("U");
      assertThatThrownBy(() -> second.get(1, TimeUnit.MINUTES))
          .cause()
          .hasMessage("Index \"H\" was dropped while it was being built. Create it again.");
      assertThat(first.isDone()).isFalse();
      goOn.countDown();
      first.get();
      creators.shutdown();
      assertThat(engine.problems()).isEmpty();
    }
  }

  @Test
  void goesOnByItselfWithAnIndexThatFailed() throws Exception {
    AtomicInteger batches = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    Runnable failOnce =
        () -> {
          if (batches.incrementAndGet() == 2) {
            throw new OutOfMemoryError("Java heap space");
          }
          if (batches.get() > 2) {
            await(goOn);
          }
        };
    Engine engine =
        new Engine(
            RowStore.openMemory("the test's"),
            EngineSettings.DEFAULT.withBetweenBatches(failOnce),
            () -> {});
    try (engine) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      backend.createTable(table("T"));
      for (int i = 0; i < 500; i++) {
        backend.write(replace("T", item("a" + i % 10, i, attribute(i))));
      }
      assertThatThrownBy(() -> backend.createIndex("T", index("G", "g", Projection.ALL)))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "Index \"G\" is not ready, and goes on being built in the background as soon as it"
                  + " can: SHOW INDEXES FROM T tells how far it is, DROP INDEX G ON T gives it up."
                  + " What stopped it: java.lang.OutOfMemoryError: Java heap space");
      assertThat(state(backend)).isEqualTo(IndexDescription.IndexState.BUILDING);
      assertThat(engine.problems())
          .containsExactly(
              "Background job \"indexes\", which builds indexes, fails:"
                  + " java.lang.OutOfMemoryError: Java heap space. It is tried again by itself.");
      goOn.countDown();
      while (!engine.problems().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(state(backend)).isEqualTo(IndexDescription.IndexState.ACTIVE);
      assertThat(backend.statistics("T").of("G").items()).isEqualTo(500);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitProgress(Backend backend) {
    while (backend.catalog().table("T").orElseThrow().index("G").stream()
        .noneMatch(index -> index.progress() > 0.02)) {
      Thread.onSpinWait();
    }
  }

  private static void assertNotReadable(Backend backend) {
    try (ReadView view = backend.openView()) {
      view.scan(new ScanRequest("T", "G", PageRequest.FIRST));
    } catch (EngineException building) {
      assertThat(building.code()).isEqualTo(ErrorCode.UNKNOWN_INDEX);
      assertThat(building).hasMessage("Cannot read from backfilling global secondary index: G");
    }
  }

  private static void change(Backend backend, Random random) {
    int i = random.nextInt(25_000);
    switch (random.nextInt(3)) {
      case 0 ->
          backend.write(
              new WriteRequest.Delete("T", key("a" + i % 100, i), null, ReturnValues.NONE));
      case 1 -> backend.write(replace("T", item("a" + i % 100, i, "")));
      default -> backend.write(replace("T", item("a" + i % 100, i, attribute(random.nextInt(50)))));
    }
  }

  private static String attribute(int i) {
    return "\"g\": {\"S\": \"group" + i % 50 + "\"}";
  }

  private static IndexDescription.IndexState state(Backend backend) {
    return backend.catalog().table("T").orElseThrow().index("G").orElseThrow().state();
  }

  private static List<String> problems(Backend backend) {
    return ((EmbeddedBackend) backend).engine().problems();
  }
}
