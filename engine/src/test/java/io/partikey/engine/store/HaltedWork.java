package io.partikey.engine.store;

import static io.partikey.engine.store.HaltingWorkProcess.WRITER;
import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.item.Item;
import io.partikey.engine.store.HaltingWorkProcess.Work;
import io.partikey.engine.store.rocks.Countdown;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.table.Projection;
import io.partikey.testing.FakeClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What must be left of a database whose process ended in the middle of a work.
 *
 * @param seed of the operations
 * @param said what the process said until its end
 * @param withCache whether what was not synced is left, too
 */
record HaltedWork(Work work, long seed, List<String> said, boolean withCache) {
  static final int BASE = 200;
  static final int EXPIRED = 20;

  private static final String ACKNOWLEDGED = "ack ";

  /** The name and length of the log when all was on disk the last time. */
  static String lastSync(List<String> said) {
    String last = " 0";
    for (String line : said) {
      if (line.startsWith(Countdown.SYNC)) {
        last = line.substring(Countdown.SYNC.length());
      }
    }
    return last;
  }

  /** Opens what is left, compares it, and lets the work go on to its end. */
  void assertKept(Path path) {
    DatabaseDirectory directory = new DatabaseDirectory(path);
    EngineSettings settings =
        EngineSettings.byHand(new FakeClock(HaltingWorkProcess.NOW)).with(HaltingWorkProcess.SMALL);
    try (Engine engine = new Engine(directory.open(false), settings, directory::release)) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      assertThat(engine.problems()).as("%s", this).isEmpty();
      Map<Long, Item> collection = CrashCollection.read(backend, WRITER);
      assertThat(CrashCollection.brief(collection)).as("%s", this).isIn(possible());
      long expired = CrashCollection.read(backend, "expired").size();
      assertThat(expired).as("%s", this).isBetween(0L, (long) EXPIRED);
      assertThat(backend.statistics("T").table().items())
          .as("%s", this)
          .isEqualTo(BASE + collection.size() + expired);
      for (int i = 0; i < BASE; i++) {
        assertThat(get(backend, "T", key("base" + i, 1))).as("%s, %d", this, i).isNotNull();
      }
      assertWork(engine, backend, expired);
      backend.write(replace("T", item("new", 1, "\"h\": {\"S\": \"h1\"}")));
      assertThat(engine.problems()).as("%s", this).isEmpty();
    }
  }

  /** The collections that the operations of the writer may have left. */
  private List<String> possible() {
    long acknowledged = said.stream().filter(line -> line.startsWith(ACKNOWLEDGED)).count();
    long kept = withCache || work != Work.SYNC ? acknowledged : acknowledgedAtLastSync();
    Random random = CrashWriter.random(seed, 0);
    Map<Long, Item> collection = Map.of();
    List<String> possible = new ArrayList<>();
    for (long i = 0; i <= acknowledged + 1; i++) {
      if (i >= kept) {
        possible.add(CrashCollection.brief(collection));
      }
      collection = CrashOperation.next(random, WRITER).applyTo(collection);
    }
    return possible;
  }

  private long acknowledgedAtLastSync() {
    long acknowledged = 0;
    long atLastSync = 0;
    for (String line : said) {
      if (line.startsWith(ACKNOWLEDGED)) {
        acknowledged++;
      } else if (line.startsWith(Countdown.SYNC)) {
        atLastSync = acknowledged;
      }
    }
    return atLastSync;
  }

  private void assertWork(Engine engine, Backend backend, long expired) {
    switch (work) {
      case INDEX -> {
        boolean there = hasIndex(backend, "H");
        assertThat(there || !said.contains("built")).as("%s", this).isTrue();
        if (!there) {
          backend.createIndex("T", index("H", "h", Projection.KEYS_ONLY));
        }
        TestStore.awaitIndexes(backend);
        assertThat(backend.statistics("T").of("H").items()).as("%s", this).isGreaterThan(BASE - 1);
      }
      case SPLIT -> {
        // Of two tables, each with an index.
        int splits = backend.partitions("T").size() + backend.partitions("U").size() - 4;
        if (withCache) {
          assertThat(splits).as("%s", this).isGreaterThanOrEqualTo(done());
        }
        while (engine.splits().step() > 0) {
          assertThat(engine.problems()).as("%s", this).isEmpty();
        }
        assertThat(backend.partitions("T").size()).as("%s", this).isGreaterThan(2);
      }
      case EXPIRY -> {
        if (withCache) {
          assertThat(EXPIRED - expired).as("%s", this).isGreaterThanOrEqualTo(done());
        }
        backend.setTimeToLive("T", Optional.of("expires"));
        assertThat((long) engine.sweep().step()).as("%s", this).isEqualTo(expired);
        assertThat(CrashCollection.read(backend, "expired")).as("%s", this).isEmpty();
      }
      case SPACE -> {
        boolean indexed = hasIndex(backend, "G");
        assertThat(indexed && said.contains("dropped G")).as("%s", this).isFalse();
        boolean there = backend.catalog().table("U").isPresent();
        assertThat(there && said.contains("dropped U")).as("%s", this).isFalse();
        if (!there) {
          backend.createTable(table("U"));
          assertThat(backend.statistics("U").table().items()).as("%s", this).isZero();
        }
        while (!engine.definitions().dropped().isEmpty()) {
          Thread.onSpinWait();
        }
      }
      case SYNC -> assertThat(expired).as("%s", this).isEqualTo(EXPIRED);
    }
  }

  private static boolean hasIndex(Backend backend, String name) {
    return backend.catalog().table("T").orElseThrow().index(name).isPresent();
  }

  private int done() {
    return said.stream()
        .filter(line -> line.startsWith("done "))
        .mapToInt(line -> Integer.parseInt(line.substring("done ".length())))
        .sum();
  }
}
