package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.item.Item;
import io.partikey.engine.table.Projection;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.SeededTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at random moments, again and again. Each of its writers then has
 * what it was told is kept, and of the operation that was under way all or nothing.
 */
class CrashTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int ROUNDS = NIGHTLY ? 200 : 5;
  private static final int ROUNDS_PER_DATABASE = 5;
  private static final int MOST_ACKNOWLEDGED = NIGHTLY ? 1000 : 500;

  private final Path directory;
  private final List<Map<Long, Item>> collections = new ArrayList<>();

  CrashTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @SeededTest
  void keepsWhatWasAcknowledgedAndNothingByHalves(long seed) throws Exception {
    Random random = new Random(seed);
    long acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path path = directory.resolve("db" + round / ROUNDS_PER_DATABASE);
      if (round % ROUNDS_PER_DATABASE == 0) {
        makeDatabase(path);
      }
      long writing = random.nextLong();
      // Every fifth one lives long enough for the sweep of expired items to begin.
      boolean sweeps = round % ROUNDS_PER_DATABASE == 2;
      int most = sweeps ? 3 * MOST_ACKNOWLEDGED : random.nextInt(MOST_ACKNOWLEDGED);
      long[] counts = writeUntilKilled(path, writing, most);
      acknowledged += Arrays.stream(counts).sum();
      verify(path, writing, counts, "round " + round);
    }
    say(ROUNDS + " kills, " + acknowledged + " operations acknowledged");
    assertThat(acknowledged).isGreaterThan(ROUNDS);
  }

  private void makeDatabase(Path path) {
    collections.clear();
    for (int writer = 0; writer < CrashWriter.WRITERS; writer++) {
      collections.add(Map.of());
    }
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      backend.setTimeToLive("T", Optional.of("expires"));
    }
  }

  /** How many operations of each writer were acknowledged. */
  private static long[] writeUntilKilled(Path path, long seed, int most)
      throws IOException, InterruptedException {
    long[] counts = new long[CrashWriter.WRITERS];
    try (ChildProcess writer =
        ChildProcess.run(CrashWriter.class, path.toString(), Long.toString(seed))) {
      for (int i = 0; i < most; i++) {
        acknowledge(writer.readLine(), counts);
      }
      writer.kill();
      for (String line : writer.readRest()) {
        acknowledge(line, counts);
      }
    }
    return counts;
  }

  private static void acknowledge(@Nullable String line, long[] counts) {
    assertThat(line).matches("\\d+ \\d+");
    String[] words = Objects.requireNonNull(line).split(" ", 2);
    counts[Integer.parseInt(words[0])] = Long.parseLong(words[1]);
  }

  private void verify(Path path, long writing, long[] counts, String place) {
    try (Backend backend = TestStore.file(path)) {
      TestStore.awaitIndexes(backend);
      assertThat(backend.check(CheckProgress.NONE)).as(place).isEmpty();
      for (int writer = 0; writer < CrashWriter.WRITERS; writer++) {
        Random random = CrashWriter.random(writing, writer);
        String partition = CrashWriter.partition(writer);
        Map<Long, Item> expected = collections.get(writer);
        for (long i = 0; i < counts[writer]; i++) {
          expected = CrashOperation.next(random, partition).applyTo(expected);
        }
        CrashOperation next = CrashOperation.next(random, partition);
        Map<Long, Item> found = CrashCollection.read(backend, partition);
        assertThat(CrashCollection.brief(found))
            .as(
                "%s, writer %d after %d: %s",
                place, writer, counts[writer], CrashCollection.brief(next))
            .isIn(CrashCollection.brief(expected), CrashCollection.brief(next.applyTo(expected)));
        collections.set(writer, found);
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
