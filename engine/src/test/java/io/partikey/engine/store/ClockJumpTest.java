package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that is set forward or back while a database is open. */
class ClockJumpTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeClock clock = new FakeClock(NOW);
  private final Engine engine =
      new Engine(RowStore.openMemory("the test's"), EngineSettings.byHand(clock), () -> {});
  private final Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);

  @BeforeEach
  void createTable() {
    backend.createTable(table("T"));
    backend.setTimeToLive("T", Optional.of("expires"));
  }

  @AfterEach
  void close() {
    assertThat(engine.problems()).isEmpty();
    engine.close();
  }

  @Test
  void looksForExpiredItemsAgainSoonAfterItWasSetBack() {
    assertThat(engine.sweep().step()).isZero();
    clock.advance(Duration.ofDays(-30));
    put(1, clock.instant().getEpochSecond() - 1);
    assertThat(engine.sweep().step()).isEqualTo(1);
  }

  @Test
  void keepsWhatIsNotExpiredAnyMoreOnceItWasSetBack() {
    put(1, NOW.getEpochSecond() - 1);
    clock.advance(Duration.ofDays(-1));
    assertThat(engine.sweep().step()).isZero();
    assertThat(get(backend, "T", key("a", 1))).isNotNull();
  }

  @Test
  void removesNothingThatLookedForwardWhenItWasSetBeyondReason() {
    put(1, NOW.getEpochSecond() + 60);
    clock.advance(Duration.ofDays(6 * 365));
    assertThat(engine.sweep().step()).isZero();
    clock.advance(Duration.ofDays(-6 * 365));
    assertThat(get(backend, "T", key("a", 1))).isNotNull();
  }

  @Test
  void tellsNoHeatOfTimesThatAreToCome() {
    for (int i = 0; i < 10; i++) {
      backend.write(replace("T", item("a", i, "")));
    }
    assertThat(backend.partitions("T").get(0).writeUnits()).isEqualTo(10);
    clock.advance(Duration.ofHours(-1));
    assertThat(backend.partitions("T").get(0).writeUnits()).isZero();
    backend.write(replace("T", item("a", 1, "")));
    assertThat(backend.partitions("T").get(0).writeUnits()).isEqualTo(1);
    clock.advance(Duration.ofHours(2));
    assertThat(backend.partitions("T").get(0).writeUnits()).isZero();
  }

  private void put(long sk, long expires) {
    backend.write(replace("T", item("a", sk, "\"expires\": {\"N\": \"" + expires + "\"}")));
  }
}
