package io.partikey.engine.store;

import static io.partikey.engine.store.HaltingWorkProcess.NOW;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.store.HaltingWorkProcess.Work;
import io.partikey.engine.table.Projection;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.SeededTest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that end after each step of the work that goes on beside writers. The database is then
 * looked at as it was left, and once more as a loss of power would have left it: without what was
 * written since the last sync. By day some of the steps are tried, by night all.
 */
class HaltedWorkTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int SAMPLE = 1;

  private final Path directory;
  private final Path database;
  private final ExecutorService processes = Executors.newFixedThreadPool(2);

  HaltedWorkTest(@TempDir Path directory) {
    this.directory = directory;
    this.database = directory.resolve("db");
  }

  @AfterEach
  void end() {
    processes.shutdownNow();
  }

  @SeededTest(nightly = 2)
  void leavesWhatWasAcknowledgedWhateverStepWasTheLast(long seed) throws Exception {
    makeDatabase();
    Random random = new Random(seed);
    Map<Work, Future<Integer>> halts = new EnumMap<>(Work.class);
    for (Work work : Work.values()) {
      int[] some = random.ints(SAMPLE, 1, work.steps() + 1).distinct().toArray();
      halts.put(work, processes.submit(() -> NIGHTLY ? atEvery(work, seed) : at(some, work, seed)));
    }
    int all = 0;
    for (var halted : halts.entrySet()) {
      int steps = halted.getValue().get();
      say(halted.getKey() + ": " + steps + " processes ended after a step");
      all += steps;
    }
    assertThat(all).isGreaterThanOrEqualTo(Work.values().length);
  }

  private int at(int[] steps, Work work, long seed) throws Exception {
    for (int step : steps) {
      haltAndLook(work, step, seed);
    }
    return steps.length;
  }

  /** Ends after one step more each time, until the work comes to its end before. */
  private int atEvery(Work work, long seed) throws Exception {
    int step = 1;
    while (haltAndLook(work, step, seed)) {
      step++;
    }
    assertThat(step).as("steps of %s", work).isBetween(work.steps() / 2, work.steps() * 2);
    return step;
  }

  private void makeDatabase() {
    try (Backend backend = TestStore.file(database, TestStore.quick())) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      backend.createTable(table("U", index("G", "g", Projection.ALL)));
      for (int i = 0; i < HaltedWork.BASE; i++) {
        String attributes =
            "\"g\": {\"S\": \"g%d\"}, \"h\": {\"S\": \"h%d\"}, \"filler\": {\"S\": \"%s\"}"
                .formatted(i % 20, i % 30, "x".repeat(100));
        backend.write(replace("T", item("base" + i, 1, attributes)));
        backend.write(replace("U", item("base" + i, 1, attributes)));
      }
      long past = NOW.getEpochSecond() - 10;
      for (int i = 0; i < HaltedWork.EXPIRED; i++) {
        String attributes = "\"g\": {\"S\": \"1\"}, \"expires\": {\"N\": \"" + past + "\"}";
        backend.write(replace("T", item("expired", i, attributes)));
      }
    }
  }

  /** Whether the process ended before its work did. */
  private boolean haltAndLook(Work work, int step, long seed) throws Exception {
    Path left = directory.resolve(work + "-" + step);
    DatabaseCopies.copy(database, left);
    List<String> said;
    try (ChildProcess process =
        ChildProcess.run(
            HaltingWorkProcess.class,
            work.name(),
            left.toString(),
            Long.toString(seed),
            Integer.toString(step))) {
      said = process.readRest();
    }
    Path powerless = directory.resolve(work + "-" + step + "-powerless");
    DatabaseCopies.copy(left, powerless);
    loseWhatIsNotOnDisk(powerless, said);
    new HaltedWork(work, seed, said, true).assertKept(left);
    new HaltedWork(work, seed, said, false).assertKept(powerless);
    DatabaseCopies.delete(left);
    DatabaseCopies.delete(powerless);
    return !said.contains("end");
  }

  /** Cuts the logs off where they were at the last sync. */
  private static void loseWhatIsNotOnDisk(Path path, List<String> said) throws IOException {
    String[] synced = HaltedWork.lastSync(said).split(" ", 2);
    try (Stream<Path> logs = Files.list(path.resolve("rows"))) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        int order = log.getFileName().toString().compareTo(synced[0]);
        if (order >= 0) {
          try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(order == 0 ? Long.parseLong(synced[1]) : 0);
          }
        }
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
