package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.partition.PartitionLimits;
import io.partikey.engine.store.read.ReadSession;
import io.partikey.engine.store.read.ViewCounts;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.Projection;
import io.partikey.testing.SeededTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scan that is read ahead on several threads, compared with one that is not. */
class ScanAheadTest {
  private final RowStore store = RowStore.openMemory("the test's");
  private final Engine engine =
      new Engine(
          store,
          EngineSettings.byHand(Clock.systemUTC())
              .with(PartitionLimits.OF_SERVICE.withBytes(10_000)),
          () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  ScanAheadTest() {
    backend.createTable(TestStore.table("T", index("G", "g", Projection.ALL)));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private record Scanned(List<Item> items, int itemsRead, double units) {}

  @SeededTest
  void givesTheSameItemsInTheSameOrderForTheSameUnits(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 300; i++) {
        String group = random.nextInt(4) == 0 ? "" : ", \"g\": {\"S\": \"g" + i % 30 + "\"}";
        String size = "\"n\": {\"N\": \"" + random.nextInt(100) + "\"}";
        String pk = "key" + random.nextInt(1 + round * 40);
        backend.write(replace("T", item(pk, random.nextInt(50), size + group)));
      }
      engine.splits().step();
      int limit = List.of(0, 1, 7, 100).get(random.nextInt(4));
      @Nullable BoundExpression filter =
          random.nextBoolean() ? lessThan(random.nextInt(100)) : null;
      PageRequest page = new PageRequest(filter, AttributeSelection.ALL, limit, null, true);
      for (String indexName : new String[] {null, "G"}) {
        ScanRequest request = new ScanRequest("T", indexName, page);
        try (Transaction alone = backend.begin();
            ReadView serial = alone.openView();
            ReadView parallel = backend.openView()) {
          assertThat(all(parallel, request))
              .as("round %d, %s", round, request)
              .isEqualTo(all(serial, request));
        }
      }
    }
    assertThat(backend.partitions("T")).hasSizeGreaterThan(4);
  }

  @Test
  void seesOneMomentWhileWritersAndSplitsGoOn() throws Exception {
    for (int i = 0; i < 3000; i++) {
      backend.write(replace("T", item("key" + i, 1, "\"n\": {\"N\": \"1\"}")));
    }
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (ReadView view = backend.openView()) {
      var writing =
          writer.submit(
              () -> {
                for (int i = 0; i < 3000; i++) {
                  backend.write(replace("T", item("more" + i, 1, "\"n\": {\"N\": \"2\"}")));
                  if (i % 500 == 0) {
                    engine.splits().step();
                  }
                }
              });
      Scanned first = all(view, new ScanRequest("T", null, PageRequest.FIRST));
      writing.get();
      assertThat(first.items()).hasSize(3000);
      assertThat(all(view, new ScanRequest("T", null, PageRequest.FIRST))).isEqualTo(first);
    }
    writer.shutdown();
  }

  @Test
  void readsNoFurtherAheadThanMemoryAllowsAndNotAtAllForOnePage() throws Exception {
    String filler = "\"filler\": {\"S\": \"" + "x".repeat(300_000) + "\"}";
    for (int i = 0; i < 100; i++) {
      backend.write(replace("T", item("key" + i, 1, filler)));
    }
    ExecutorService readers = Executors.newFixedThreadPool(2);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger running = new AtomicInteger();
    RowSnapshot snapshot = store.snapshot();
    ReadView view =
        new ReadSession(
            engine.definitions().current(),
            snapshot,
            ViewCounts.of(snapshot),
            new Heat(Clock.systemUTC(), engine.definitions().counts(), PartitionLimits.OF_SERVICE),
            task -> {
              begun.incrementAndGet();
              running.incrementAndGet();
              readers.execute(
                  () -> {
                    task.run();
                    running.decrementAndGet();
                  });
            },
            snapshot::close);
    Page first = view.scan(new ScanRequest("T", null, PageRequest.FIRST));
    assertThat(begun).hasValue(0);
    PageRequest second = PageRequest.FIRST.after(first.continuation().orElseThrow());
    view.scan(new ScanRequest("T", null, second));
    while (running.get() > 0) {
      Thread.onSpinWait();
    }
    // Four of about a megabyte may wait, and each reader may have begun one more.
    assertThat(begun.get()).isBetween(2, 4 + 2 * Runtime.getRuntime().availableProcessors());
    view.close();
    assertThatThrownBy(() -> view.scan(new ScanRequest("T", null, PageRequest.FIRST)))
        .isInstanceOf(EngineException.class);
    readers.shutdown();
    assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void goesOnAloneWhenNobodyReadsAhead() {
    for (int i = 0; i < 1000; i++) {
      backend.write(replace("T", item("key" + i, 1, "\"n\": {\"N\": \"1\"}")));
    }
    RowSnapshot snapshot = store.snapshot();
    try (ReadView view =
        new ReadSession(
            engine.definitions().current(),
            snapshot,
            ViewCounts.of(snapshot),
            new Heat(Clock.systemUTC(), engine.definitions().counts(), PartitionLimits.OF_SERVICE),
            task -> {
              throw new RejectedExecutionException("closing");
            },
            snapshot::close)) {
      assertThat(all(view, new ScanRequest("T", null, PageRequest.FIRST)).items()).hasSize(1000);
    }
  }

  private static Scanned all(ReadView view, ScanRequest request) {
    List<Item> items = new ArrayList<>();
    int itemsRead = 0;
    double units = 0;
    ScanRequest next = request;
    while (true) {
      Page page = view.scan(next);
      items.addAll(page.items());
      itemsRead += page.itemsRead();
      units += page.consumed().readUnits();
      if (page.continuation().isEmpty()) {
        return new Scanned(items, itemsRead, units);
      }
      next = request.withPage(request.page().after(page.continuation().get()));
    }
  }

  private static BoundExpression lessThan(int bound) {
    return new BoundExpression(
        new Comparison(
            ComparisonOperator.LESS,
            new AttributeReference("n"),
            new Literal(NumberValue.of(bound))),
        Parameters.NONE);
  }
}
