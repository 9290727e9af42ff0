package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendOptions.Durability;
import io.partikey.engine.backend.FileAccess;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One at a time has a database, whatever it or others do to the files. */
class HeldTest {
  private static final String LARGE = "\"t\": {\"S\": \"" + "x".repeat(390_000) + "\"}";

  private static final int RACES = Boolean.getBoolean("nightly") ? 50 : 2;

  private final Path path;

  HeldTest(@TempDir Path directory) {
    this.path = directory.resolve("db");
  }

  @Test
  void keepsItsDatabaseWhenItReadsItsOwnFiles() throws Exception {
    try (ChildProcess reader = ChildProcess.run(SelfReaderProcess.class, path.toString())) {
      assertThat(reader.readLine()).isEqualTo("read");
      assertThatThrownBy(() -> TestStore.file(path))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("it is open in process " + reader.pid() + " on host ");
      reader.say("\n");
      assertThat(reader.readRest()).containsExactly("wrote 10");
    }
    try (Backend backend = TestStore.file(path)) {
      assertThat(get(backend, "T", key("a", 2))).isNotNull();
    }
  }

  @Test
  void letsGoWhenItIsKilledAfterItReadItsOwnFiles() throws Exception {
    try (ChildProcess reader = ChildProcess.run(SelfReaderProcess.class, path.toString())) {
      assertThat(reader.readLine()).isEqualTo("read");
      reader.kill();
    }
    try (Backend backend = TestStore.file(path)) {
      assertThat(get(backend, "T", key("a", 1))).isNotNull();
    }
  }

  @Test
  void isKeptOutByNoRecordOfAProcessThatEnded() throws IOException {
    TestStore.file(path).close();
    String own;
    try (Backend backend = TestStore.file(path)) {
      own = Files.readString(path.resolve("HOLDER"));
      assertThat(backend.catalog().tables()).isEmpty();
    }
    String pid = Long.toString(ProcessHandle.current().pid());
    List<String> records =
        List.of(
            "",
            "???",
            "process 1\n",
            own,
            own.replace("process " + pid, "process 999999999"),
            // The number was given again.
            own.replace("process " + pid, "process " + startedAtAnotherTime().pid()),
            own.replaceFirst("system ", "system x"),
            own.substring(0, own.length() / 2),
            "x".repeat(100_000));
    for (String record : records) {
      Files.writeString(path.resolve("HOLDER"), record);
      TestStore.file(path).close();
    }
    Files.delete(path.resolve("HOLDER"));
    TestStore.file(path).close();
  }

  // The shell that starts this process may have begun in the same hundredth of a second.
  private static ProcessHandle startedAtAnotherTime() {
    Optional<Instant> own = ProcessHandle.current().info().startInstant();
    return ProcessHandle.allProcesses()
        .filter(each -> !each.info().startInstant().equals(own))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void letsOneOfManyProcessesMakeOrTakeOver() throws Exception {
    for (int race = 0; race < RACES; race++) {
      List<ChildProcess> processes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        processes.add(ChildProcess.run(WriterProcess.class, path.toString(), "1", "0"));
      }
      List<String> said = new ArrayList<>();
      for (ChildProcess process : processes) {
        said.add(String.valueOf(process.readLine()));
      }
      assertThat(said).filteredOn("open"::equals).as("race %d: %s", race, said).hasSize(1);
      assertThat(said)
          .filteredOn(line -> !line.equals("open"))
          .allSatisfy(
              line ->
                  assertThat(line)
                      .startsWith("failed CANNOT_OPEN: Database \"" + path + "\"")
                      .contains("it is open in "));
      // The next race is for a database whose process was killed, or for a new one.
      for (ChildProcess process : processes) {
        process.kill();
        process.close();
      }
      if (race % 2 == 1) {
        DatabaseCopies.delete(path);
      }
    }
  }

  @Test
  void isOneEngineForAllThreadsThatMakeItAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Path link = Files.createSymbolicLink(path.resolveSibling("link"), path.getParent());
    List<Callable<Backend>> openings = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Path way = i % 2 == 0 ? path : link.resolve("db");
      openings.add(() -> TestStore.file(way));
    }
    List<Backend> opened = new ArrayList<>();
    for (Future<Backend> opening : threads.invokeAll(openings)) {
      opened.add(opening.get());
    }
    opened.get(0).createTable(TestStore.table("T"));
    for (Backend backend : opened) {
      assertThat(backend.catalog().tables()).containsKey("T");
      assertThat(backend.identity()).isEqualTo(opened.get(0).identity());
    }
    opened.get(0).shutdown();
    threads.shutdown();
  }

  @Test
  void isAnotherDatabaseWhenItIsMadeAgainInItsPlace() throws IOException {
    Object before;
    try (Backend backend = TestStore.file(path)) {
      before = backend.identity();
    }
    try (Backend backend = TestStore.file(path)) {
      assertThat(backend.identity()).isEqualTo(before);
    }
    for (Path file : DatabaseCopies.files(path)) {
      Files.delete(path.resolve(file));
    }
    Files.delete(path.resolve("rows"));
    try (Backend backend = TestStore.file(path)) {
      assertThat(backend.identity()).isNotEqualTo(before);
    }
  }

  @Test
  void isNotTakenForTheOneThatWasRemovedWhileItWasOpen() throws IOException {
    try (Backend removed = TestStore.file(path)) {
      removed.createTable(TestStore.table("T"));
      for (Path file : DatabaseCopies.files(path)) {
        Files.delete(path.resolve(file));
      }
      Files.delete(path.resolve("rows"));
      assertThatThrownBy(() -> TestStore.file(path))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("was removed or replaced while this process has it open.");
    }
    try (Backend backend = TestStore.file(path)) {
      assertThat(backend.catalog().tables()).isEmpty();
    }
  }

  @Test
  void leavesItsIdentityToNoOtherWhenItsDirectoryIsRemoved() throws IOException {
    try (Backend removed = TestStore.file(path)) {
      removed.createTable(TestStore.table("T"));
      DatabaseCopies.delete(path);
      // The system likes to give the number of a file that was removed to the next one.
      for (int i = 0; i < 20; i++) {
        try (Backend other = TestStore.file(path.resolveSibling("other" + i))) {
          assertThat(other.identity()).isNotEqualTo(removed.identity());
          assertThat(other.catalog().tables()).isEmpty();
        }
      }
      assertThatThrownBy(() -> TestStore.file(path))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("was removed or replaced while this process has it open.");
    }
    TestStore.file(path).close();
  }

  @ParameterizedTest
  @EnumSource
  void writesNothingIntoTheDatabaseThatTookItsPlace(Durability durability) throws Exception {
    BackendOptions options = new BackendOptions(durability, false, FileAccess.OWNER, Map.of());
    Path moved = path.resolveSibling("moved");
    int acknowledged = 0;
    try (Backend backend = TestStore.file(path, options)) {
      backend.createTable(TestStore.table("T"));
      backend.write(TestStore.replace("T", TestStore.item("a", 0, LARGE)));
      Files.move(path, moved);
      makeAnother();
      try {
        // Three times what RocksDB keeps in memory before it makes a file.
        while (acknowledged < 200) {
          acknowledged++;
          backend.write(TestStore.replace("T", TestStore.item("a", acknowledged, LARGE)));
        }
      } catch (EngineException refused) {
        acknowledged--;
        assertThat(refused)
            .hasMessageContaining("was moved, removed or replaced while this process has it open")
            .extracting(EngineException::code)
            .isEqualTo(ErrorCode.STORAGE_FAILED);
      }
      assertThat(acknowledged).isLessThan(200);
      assertThatThrownBy(() -> backend.backup(path.resolveSibling("backup")))
          .hasMessageContaining("was moved, removed or replaced");
      assertThat(get(backend, "T", key("a", 0))).isNotNull();
    }
    try (Backend other = TestStore.file(path);
        Backend own = TestStore.file(moved)) {
      assertThat(get(other, "T", key("left", 0))).isNotNull();
      assertThat(get(other, "T", key("a", 0))).isNull();
      for (int i = 0; i <= acknowledged; i++) {
        assertThat(get(own, "T", key("a", i))).isNotNull();
      }
      own.write(TestStore.replace("T", TestStore.item("b", 1, "")));
    }
  }

  // By another process, since RocksDB itself keeps this one from it.
  private void makeAnother() throws Exception {
    try (ChildProcess other = ChildProcess.run(WriterProcess.class, path.toString(), "1", "1")) {
      assertThat(other.readLine()).isEqualTo("open");
      other.say("\n");
      assertThat(other.readRest()).containsExactly("acknowledged 0", "ended 10");
    }
  }

  @Test
  void acknowledgesNothingOnceItsHoldIsRemoved() throws IOException {
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(TestStore.table("T"));
      Files.delete(path.resolve("HOLDER"));
      assertThatThrownBy(() -> backend.write(TestStore.replace("T", TestStore.item("a", 1, ""))))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("was moved, removed or replaced while this process has it open");
    }
    try (Backend backend = TestStore.file(path)) {
      backend.write(TestStore.replace("T", TestStore.item("a", 1, "")));
    }
  }

  @Test
  void isOpenedAndLetGoByAThreadThatIsInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    try {
      TestStore.file(path).close();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(path.resolve("HOLDER")).hasContent("closed");
    TestStore.file(path).close();
  }
}
