package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeToLiveTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeClock clock = new FakeClock(NOW);
  private final Engine engine =
      new Engine(RowStore.openMemory("the test's"), EngineSettings.byHand(clock), () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  @BeforeEach
  void createTable() {
    backend.createTable(table("T", index("G", "g", Projection.ALL)));
    backend.setTimeToLive("T", Optional.of("expires"));
  }

  @AfterEach
  void close() {
    assertThat(engine.problems()).isEmpty();
    engine.close();
  }

  @Test
  void removesItemsAndTheirEntriesWhenTheirTimeHasPassed() {
    put(1, NOW.getEpochSecond() - 1);
    put(2, NOW.getEpochSecond());
    put(3, NOW.getEpochSecond() + 90);
    assertThat(engine.sweep().step()).isEqualTo(2);
    assertThat(get(backend, "T", key("a", 1))).isNull();
    assertThat(get(backend, "T", key("a", 3))).isNotNull();
    assertThat(backend.statistics("T").of("G").items()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(89));
    assertThat(engine.sweep().step()).isZero();
    clock.advance(Duration.ofSeconds(61));
    assertThat(engine.sweep().step()).isEqualTo(1);
    assertThat(backend.statistics("T").table().items()).isZero();
  }

  @Test
  void leavesWhatIsNoNumberOrTooLongPast() {
    backend.write(replace("T", item("a", 1, "\"expires\": {\"S\": \"1\"}")));
    backend.write(replace("T", item("a", 2, "")));
    put(3, NOW.minus(Duration.ofDays(6 * 365)).getEpochSecond());
    put(4, NOW.minus(Duration.ofDays(4 * 365)).getEpochSecond());
    assertThat(engine.sweep().step()).isEqualTo(1);
    assertThat(get(backend, "T", key("a", 4))).isNull();
    assertThat(backend.statistics("T").table().items()).isEqualTo(3);
  }

  @Test
  void goesOverLargeTablesInSteps() {
    for (int i = 0; i < 2500; i++) {
      put(i, NOW.getEpochSecond() - 1);
    }
    assertThat(engine.sweep().step()).isEqualTo(1000);
    assertThat(engine.sweep().step()).isEqualTo(1000);
    assertThat(engine.sweep().step()).isEqualTo(500);
    assertThat(engine.sweep().step()).isZero();
  }

  @Test
  void sharesWhatAStepDeletesAmongTables() {
    backend.createTable(table("U"));
    backend.setTimeToLive("U", Optional.of("expires"));
    for (int i = 0; i < 800; i++) {
      put(i, NOW.getEpochSecond() - 1);
      backend.write(replace("U", item("a", i, expires(NOW.getEpochSecond() - 1))));
    }
    assertThat(engine.sweep().step()).isEqualTo(1000);
    assertThat(backend.statistics("T").table().items()).isEqualTo(300);
    assertThat(backend.statistics("U").table().items()).isEqualTo(300);
    assertThat(engine.sweep().step()).isEqualTo(600);
  }

  @Test
  void readsTenThousandItemsAStepWhereFewExpire() {
    backend.setTimeToLive("T", Optional.empty());
    for (int i = 0; i < 10_500; i++) {
      put(i, NOW.getEpochSecond() + 1_000_000);
    }
    put(10_400, NOW.getEpochSecond() - 1);
    put(9_900, NOW.getEpochSecond() - 1);
    backend.setTimeToLive("T", Optional.of("expires"));
    assertThat(engine.sweep().step()).isEqualTo(1);
    assertThat(get(backend, "T", key("a", 9_900))).isNull();
    assertThat(engine.sweep().step()).isEqualTo(1);
  }

  @Test
  void leavesAnItemWhoseTimeWasPutOffBetweenTheLookAndTheDelete() {
    put(1, NOW.getEpochSecond() - 1);
    assertThat(get(backend, "T", key("a", 1))).as("expired items are read").isNotNull();
    put(1, NOW.getEpochSecond() + 100);
    assertThat(engine.sweep().step()).isZero();
    assertThat(backend.partitions("T").get(0).writeUnits()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(130));
    assertThat(engine.sweep().step()).isEqualTo(1);
    assertThat(backend.partitions("T").get(0).writeUnits()).as("nobody pays").isZero();
    assertThat(backend.partitions("T").get(0).readUnits()).isZero();
  }

  @Test
  void leavesTablesAloneOnceItIsTurnedOff() {
    put(1, NOW.getEpochSecond() - 1);
    backend.setTimeToLive("T", Optional.empty());
    assertThat(engine.sweep().step()).isZero();
    backend.dropTable("T");
    assertThat(engine.sweep().step()).isZero();
  }

  private void put(long sk, long expires) {
    backend.write(replace("T", item("a", sk, "\"g\": {\"S\": \"x\"}, " + expires(expires))));
  }

  private static String expires(long epochSecond) {
    return "\"expires\": {\"N\": \"" + epochSecond + "\"}";
  }
}
