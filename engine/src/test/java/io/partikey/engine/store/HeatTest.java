package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.CollectionHeat;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.testing.FakeClock;
import io.partikey.testing.GoldenFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeatTest {
  private final FakeClock clock = new FakeClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Engine engine =
      new Engine(RowStore.openMemory("the test's"), EngineSettings.byHand(clock), () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void dividesTheHashSpaceEvenly() {
    create(4);
    List<PartitionDescription> partitions = backend.partitions("T");
    assertThat(partitions).hasSize(4);
    assertThat(partitions.get(0).firstHash()).isZero();
    assertThat(partitions.get(3).lastHash()).isEqualTo(-1);
    for (int i = 1; i < 4; i++) {
      assertThat(partitions.get(i).firstHash()).isEqualTo(partitions.get(i - 1).lastHash() + 1);
    }
    for (int i = 0; i < 1000; i++) {
      backend.write(replace("T", item("key" + i, 1, "")));
    }
    assertThat(backend.partitions("T"))
        .allSatisfy(partition -> assertThat(partition.items()).isBetween(180L, 320L));
  }

  @Test
  void tellsWhatTheLastMinuteConsumed() {
    create(1);
    assertThat(only().verdict()).isEqualTo("idle");
    for (int i = 0; i < 30; i++) {
      backend.write(replace("T", item(i < 20 ? "hot" : "cold" + i, i, "")));
    }
    get(backend, "T", key("hot", 1));
    assertThat(only().writeUnits()).isEqualTo(30);
    assertThat(only().readUnits()).isEqualTo(0.5);
    assertThat(only().hottestCollections()).first().isEqualTo(new CollectionHeat("hot", 0.5, 20));
    assertThat(only().verdict()).isEqualTo("uneven: item collection hot takes 67%");
    clock.advance(Duration.ofSeconds(45));
    backend.write(replace("T", item("late", 1, "")));
    assertThat(only().writeUnits()).isEqualTo(31);
    clock.advance(Duration.ofSeconds(30));
    assertThat(only().writeUnits()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(10));
    assertThat(only().verdict()).isEqualTo("idle");
  }

  @Test
  void callsNothingUnevenOfTooFewRequests() {
    create(1);
    backend.write(
        replace("T", item("only", 1, "\"filler\": {\"S\": \"" + "x".repeat(90_000) + "\"}")));
    assertThat(only().writeUnits()).isGreaterThan(80);
    assertThat(only().verdict()).isEqualTo("quiet: too few requests to tell how even they are");
    for (int i = 0; i < 23; i++) {
      get(backend, "T", key("only", 1));
    }
    assertThat(only().verdict()).startsWith("quiet: ");
    get(backend, "T", key("only", 1));
    assertThat(only().verdict()).isEqualTo("uneven: item collection only takes 100%");
  }

  @Test
  void findsHotCollectionsAmongMany() {
    create(1);
    for (int i = 0; i < 2000; i++) {
      backend.write(replace("T", item(i % 4 == 0 ? "hot" : "cold" + i, i, "")));
    }
    assertThat(only().writeUnits()).isCloseTo(2000, within(0.1));
    assertThat(only().hottestCollections().get(0).partitionKey()).isEqualTo("hot");
  }

  @Test
  void warmsThePartitionsOfIndexesAndThoseThatAScanReads() {
    backend.createTable(
        new TableDescription(
            "T",
            new KeySchema(List.of(TestStore.string("pk")), List.of(TestStore.number("sk"))),
            List.of(TestStore.index("G", "g", Projection.KEYS_ONLY)),
            List.of(),
            Optional.empty(),
            4));
    for (int i = 0; i < 100; i++) {
      backend.write(replace("T", item("key" + i, 1, "\"g\": {\"S\": \"red\"}")));
    }
    clock.advance(Duration.ofMinutes(2));
    backend.write(replace("T", item("key1", 1, "\"g\": {\"S\": \"blue\"}")));
    try (ReadView view = backend.openView()) {
      view.query(
          new QueryRequest(
              "T",
              "G",
              List.of(new StringValue("red")),
              SortCondition.ALL,
              true,
              PageRequest.FIRST));
      view.scan(new ScanRequest("T", null, PageRequest.FIRST));
    }
    PartitionDescription ofIndex = backend.partitions("T").get(4);
    assertThat(ofIndex.index()).isEqualTo("G");
    assertThat(ofIndex.writeUnits()).isEqualTo(2);
    assertThat(ofIndex.readUnits()).isEqualTo(0.5);
    assertThat(ofIndex.hottestCollections())
        .containsExactly(new CollectionHeat("red", 0.5, 1), new CollectionHeat("blue", 0, 1));
    assertThat(backend.partitions("T").subList(0, 4))
        .allSatisfy(partition -> assertThat(partition.readUnits()).isBetween(0.05, 0.2))
        .satisfies(
            all ->
                assertThat(all.stream().mapToDouble(PartitionDescription::readUnits).sum())
                    .isCloseTo(0.5, within(1e-9)));
  }

  @Test
  void tellsInWordsWhatPartitionsHoldAndConsume() throws IOException {
    StringBuilder text = new StringBuilder();
    create(2);
    describe("a new table", text);
    for (int i = 0; i < 50; i++) {
      backend.write(replace("T", item("key" + i, 1, "")));
    }
    describe("fifty writes of as many collections", text);
    for (int i = 0; i < 100; i++) {
      get(backend, "T", key("key1", 1));
    }
    describe("and a hundred reads of one", text);
    String filler = "\"filler\": {\"S\": \"" + "x".repeat(300_000) + "\"}";
    for (int i = 0; i < 250; i++) {
      backend.write(replace("T", item("key1", 1, filler)));
    }
    describe("and 250 writes of 300 KB to it", text);
    clock.advance(Duration.ofSeconds(70));
    for (int i = 0; i < 250; i++) {
      backend.write(replace("T", item("key" + i % 50, 1, filler)));
      backend.write(replace("T", item("key" + i % 50, 2, filler)));
    }
    describe("a minute later, 500 such writes to fifty collections", text);
    clock.advance(Duration.ofSeconds(70));
    describe("a minute later", text);
    GoldenFile.check(HeatTest.class, "partitions.txt", text.toString());
  }

  private void describe(String when, StringBuilder text) {
    text.append("-- ").append(when).append('\n');
    for (PartitionDescription partition : backend.partitions("T")) {
      text.append(Long.toHexString(partition.firstHash()))
          .append(" to ")
          .append(Long.toHexString(partition.lastHash()))
          .append(": ")
          .append(partition.items())
          .append(" items, ")
          .append(partition.bytes())
          .append(" bytes, ")
          .append(partition.readUnits())
          .append(" RU, ")
          .append(partition.writeUnits())
          .append(" WU\n  ")
          .append(partition.verdict())
          .append('\n');
      for (CollectionHeat hottest : partition.hottestCollections()) {
        text.append("  ")
            .append(hottest.partitionKey())
            .append(": ")
            .append(hottest.readUnits())
            .append(" RU, ")
            .append(hottest.writeUnits())
            .append(" WU\n");
      }
    }
  }

  private PartitionDescription only() {
    return backend.partitions("T").get(0);
  }

  private void create(int partitions) {
    backend.createTable(
        new TableDescription(
            "T",
            new KeySchema(List.of(TestStore.string("pk")), List.of(TestStore.number("sk"))),
            List.of(),
            List.of(),
            Optional.empty(),
            partitions));
  }
}
