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
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.store.expiry.ExpirySweep;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeToLiveTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final String A1 = "delete a {\"N\":\"1\"}";
  private static final String A2 = "delete a {\"N\":\"2\"}";
  private static final String B1 = "delete b {\"N\":\"1\"}";
  private static final String B2 = "delete b {\"N\":\"2\"}";

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

  @Test
  void beginsAnewInATableThatHasTheNameOfOneThatWasDroppedInTheMiddle() {
    for (int i = 0; i < 12_000; i++) {
      backend.write(replace("T", item("a" + i, i, "")));
    }
    backend.createTable(table("U"));
    backend.setTimeToLive("U", Optional.of("expires"));
    assertThat(engine.sweep().step()).isZero();
    backend.dropTable("T");
    backend.createTable(
        new TableDescription(
            "T",
            new KeySchema(List.of(TestStore.number("n")), List.of()),
            List.of(),
            List.of(),
            Optional.of("expires"),
            1));
    backend.write(
        replace("T", DynamoJson.readItem("{\"n\": {\"N\": \"1\"}, " + expires(past()) + "}")));
    clock.advance(Duration.ofMinutes(2));
    backend.write(replace("U", item("a", 1, expires(past()))));
    assertThat(engine.sweep().step()).isEqualTo(2);
    assertThat(backend.statistics("T").table().items()).isZero();
    assertThat(backend.statistics("U").table().items()).isZero();
  }

  @Test
  void deletesNothingOfAnotherTableOrByAnotherTimeToLive() {
    int table = engine.definitions().current().table("T").id();
    put(1, past());
    WriteRequest.Delete delete = new WriteRequest.Delete("T", key("a", 1), null, ReturnValues.NONE);
    engine.writer().expire(delete, table + 100, "expires");
    engine.writer().expire(delete, table, "another");
    assertThat(get(backend, "T", key("a", 1))).isNotNull();
    engine.writer().expire(delete, table, "expires");
    assertThat(get(backend, "T", key("a", 1))).isNull();
  }

  @Test
  void aTableThatFailsStopsNeitherTheOthersNorItself() {
    FailingStore store = new FailingStore();
    ExpirySweep sweep = new ExpirySweep(store, clock);
    store.failing = "read a";
    assertThatThrownBy(sweep::step).hasMessage("read a");
    assertThat(store.done).containsExactly(B1, B2);
    store.done.clear();
    assertThat(sweep.step()).as("it has its turn in a minute").isZero();
    clock.advance(Duration.ofMinutes(1));
    store.failing = A1;
    assertThatThrownBy(sweep::step).hasMessage(A1);
    assertThat(store.done).containsExactly(A2, B1, B2);
    assertThat(sweep.step()).as("it goes on behind what failed").isZero();
  }

  /** Two tables of two expired items, of which something fails. */
  private static final class FailingStore implements ExpirySweep.Store {
    private final List<String> done = new ArrayList<>();
    private String failing = "";

    @Override
    public List<ExpirySweep.Table> tables() {
      return List.of(sweptTable(1, "a"), sweptTable(2, "b"));
    }

    private static ExpirySweep.Table sweptTable(int id, String name) {
      TableDescription plain = table(name);
      return new ExpirySweep.Table(
          id,
          new TableDescription(name, plain.key(), List.of(), List.of(), Optional.of("expires"), 1));
    }

    private void attempt(String what) {
      if (what.equals(failing)) {
        throw new IllegalStateException(what);
      }
    }

    @Override
    public Optional<ReadView> openView(ExpirySweep.Table table) {
      Backend items = TestStore.memory();
      items.createTable(table(table.description().name()));
      for (int i = 1; i <= 2; i++) {
        items.write(replace(table.description().name(), item("x", i, expires(past()))));
      }
      attempt("read " + table.description().name());
      return Optional.of(items.openView());
    }

    @Override
    public void delete(ExpirySweep.Table table, WriteRequest.Delete request) {
      String what = "delete " + request.table() + " " + request.key().sort();
      attempt(what);
      done.add(what);
    }
  }

  private static long past() {
    return NOW.getEpochSecond() - 1;
  }

  private void put(long sk, long expires) {
    backend.write(replace("T", item("a", sk, "\"g\": {\"S\": \"x\"}, " + expires(expires))));
  }

  private static String expires(long epochSecond) {
    return "\"expires\": {\"N\": \"" + epochSecond + "\"}";
  }
}
