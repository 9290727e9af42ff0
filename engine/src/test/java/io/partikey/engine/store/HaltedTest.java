package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.testing.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end while they make a database or a backup, after every step and at any time. */
class HaltedTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 200 : 4;
  private static final int MOST_MICROSECONDS = 100_000;

  private final Path directory;
  private final Path path;
  private final Path original;

  HaltedTest(@TempDir Path directory) {
    this.directory = directory;
    this.path = directory.resolve("db");
    this.original = directory.resolve("original");
  }

  @Test
  void leavesADirectoryThatOpensWhateverStepOfItsMakingWasTheLast() throws Exception {
    int steps = 0;
    List<String> said;
    try (HaltingProcesses processes =
        new HaltingProcesses(step -> List.of(made(step).toString()))) {
      do {
        steps++;
        Path made = made(steps);
        said = processes.next();
        if (!isLast(said, "finished")) {
          assertThatThrownBy(() -> TestStore.file(made, TestStore.readOnly()))
              .as("after %s", said)
              .hasMessageContaining("there is none. Open it once without readOnly to make it.");
        }
        assertOpensAndWrites(made, said);
      } while (!isLast(said, "finished"));
    }
    assertThat(steps).isGreaterThan(5);
  }

  private Path made(int step) {
    return directory.resolve("made" + step);
  }

  private static boolean isLast(List<String> said, String step) {
    return said.get(said.size() - 1).equals(step);
  }

  private static void assertOpensAndWrites(Path made, List<String> said) {
    try (Backend backend = TestStore.file(made)) {
      assertThat(backend.catalog().tables()).as("after %s", said).isEmpty();
      backend.createTable(table("T"));
      backend.write(replace("T", item("a", 1, "")));
    }
    try (Backend backend = TestStore.file(made)) {
      assertThat(get(backend, "T", key("a", 1))).as("after %s", said).isNotNull();
    }
  }

  @Test
  void leavesABackupThatIsWholeOrMadeAgainWhateverStepWasTheLast() throws Exception {
    makeDatabase();
    // Of its own for the processes: a database has one owner.
    DatabaseCopies.copy(path, original);
    backUpStepByStep(original.toString());
    try (Backend backend = TestStore.file(original)) {
      assertThat(get(backend, "T", key("a", 1))).isNotNull();
    }
  }

  @Test
  void leavesTheSameOfABackupFromMemory() throws Exception {
    makeDatabase();
    backUpStepByStep("");
  }

  private void makeDatabase() {
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(table("T"));
      backend.write(replace("T", item("a", 1, "")));
    }
  }

  private void backUpStepByStep(String database) throws Exception {
    int steps = 0;
    List<String> said;
    try (HaltingProcesses processes =
        new HaltingProcesses(step -> List.of(database, copy(step).toString()))) {
      do {
        steps++;
        Path copy = copy(steps);
        said = processes.next();
        if (isLast(said, "finished")) {
          TestStore.file(copy).close();
          assertThatThrownBy(() -> backUpAgain(copy))
              .hasMessageContaining("the directory holds other files (PARTIKEY, rows)");
        } else {
          if (said.contains("begun")) {
            assertUnfinished(copy, said);
          }
          backUpAgain(copy);
          try (Backend backend = TestStore.file(copy)) {
            assertThat(get(backend, "T", key("a", 1))).as("after %s", said).isNotNull();
          }
        }
      } while (!isLast(said, "finished"));
    }
    assertThat(steps).isGreaterThan(5);
  }

  private Path copy(int step) {
    return directory.resolve("copy" + step);
  }

  private static void assertUnfinished(Path copy, List<String> said) {
    assertThatThrownBy(() -> TestStore.file(copy))
        .as("after %s", said)
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_OPEN))
        .hasMessage(
            "Database \""
                + copy
                + "\" cannot be opened: it is a backup that was not finished. Make the backup again,"
                + " here or elsewhere, and remove this directory if it is not used.");
  }

  private void backUpAgain(Path copy) {
    try (Backend backend = TestStore.file(path)) {
      backend.backup(copy);
    }
  }

  @Test
  void leavesWhatWasAcknowledgedWheneverItIsKilledAtBirth() throws Exception {
    long seed = System.nanoTime();
    say("seed " + seed + ", " + ROUNDS + " rounds");
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Path born = directory.resolve("born" + round);
      List<String> said;
      try (ChildProcess writer =
          ChildProcess.run(WriterProcess.class, born.toString(), "1", "1000000")) {
        while (!Files.exists(born)) {
          Thread.onSpinWait();
        }
        LockSupport.parkNanos(1000L * random.nextInt(MOST_MICROSECONDS));
        writer.kill();
        said = writer.readRest();
      }
      try (Backend backend = TestStore.file(born)) {
        if (backend.catalog().table("T").isEmpty()) {
          assertThat(said).as("seed %d, round %d", seed, round).isEmpty();
          backend.createTable(table("T"));
        }
        long acknowledged = said.stream().filter(line -> line.startsWith("ack")).count();
        assertThat(backend.statistics("T").table().items())
            .as("seed %d, round %d", seed, round)
            .isBetween(2 * acknowledged, 2 * acknowledged + 2);
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
