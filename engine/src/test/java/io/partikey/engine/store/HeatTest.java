package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeatTest {
  private final FakeClock clock = new FakeClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Engine engine = new Engine(RowStore.openMemory("the test's"), clock, () -> {});
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
    assertThat(only().hottestCollections()).first().isEqualTo("hot 67%");
    assertThat(only().verdict()).isEqualTo("uneven: one item collection takes 67%");
    clock.advance(Duration.ofSeconds(45));
    backend.write(replace("T", item("late", 1, "")));
    assertThat(only().writeUnits()).isEqualTo(31);
    clock.advance(Duration.ofSeconds(30));
    assertThat(only().writeUnits()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(10));
    assertThat(only().verdict()).isEqualTo("idle");
  }

  @Test
  void findsHotCollectionsAmongMany() {
    create(1);
    for (int i = 0; i < 2000; i++) {
      backend.write(replace("T", item(i % 4 == 0 ? "hot" : "cold" + i, i, "")));
    }
    assertThat(only().writeUnits()).isCloseTo(2000, within(0.1));
    assertThat(only().hottestCollections().get(0)).startsWith("hot ");
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
