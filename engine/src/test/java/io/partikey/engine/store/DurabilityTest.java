package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a database after its process or its disk failed. */
class DurabilityTest {
  private final Path directory;

  DurabilityTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void keepsWhatWasAcknowledgedWhenItsProcessIsKilled() throws Exception {
    Path path = directory.resolve("db");
    int rounds = Boolean.getBoolean("nightly") ? 3 : 1;
    for (int round = 0; round < rounds; round++) {
      int acknowledged = -1;
      try (ChildProcess writer =
          ChildProcess.run(WriterProcess.class, path.toString(), "100", "1000000")) {
        assertThat(writer.readLine()).isEqualTo("open");
        while (acknowledged < 200 + 100 * round) {
          acknowledged = acknowledged(writer.readLine());
        }
        writer.kill();
      }
      assertWholePairsUpTo(path, acknowledged);
    }
  }

  @Test
  void leavesNothingHalfDoneWhenTheDiskTakesNoMore() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "limits are set by bash");
    Path path = directory.resolve("db");
    int acknowledged = -1;
    try (ChildProcess writer =
        JavaCommand.of(WriterProcess.class)
            .behind(List.of("/bin/bash", "-c", "ulimit -f 2000; exec \"$0\" \"$@\""))
            .start(path.toString(), "2000", "1000000")) {
      @Nullable String last = null;
      for (String line : writer.readRest()) {
        last = line;
        if (line.startsWith("acknowledged ")) {
          acknowledged = acknowledged(line);
        }
      }
      assertThat(last).startsWith("failed ").contains(path.toString());
    }
    assertThat(acknowledged).isGreaterThan(50);
    assertWholePairsUpTo(path, acknowledged);
  }

  @Test
  void dropsATornEndOfTheLog() throws IOException {
    Path path = directory.resolve("db");
    writeAndShutDown(path, 50);
    Path log = newest(path, ".log");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 3));
    try (Backend backend = TestStore.file(path)) {
      assertThat(backend.statistics("T").table().items()).isEqualTo(49);
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
  }

  @Test
  void reportsDamageInTheMiddleOfTheLog() throws IOException {
    Path path = directory.resolve("db");
    writeAndShutDown(path, 50);
    Path log = newest(path, ".log");
    damage(log, 0.5);
    assertThatThrownBy(() -> TestStore.file(path))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith(
            "Database \""
                + path
                + "\" cannot be opened: its file \""
                + log
                + "\" is damaged at byte ")
        .hasMessageEndingWith(". Restore the database from a backup.")
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(ErrorCode.CORRUPT);
  }

  @Test
  void reportsALostManifest() throws IOException {
    Path path = directory.resolve("db");
    writeAndShutDown(path, 5);
    Path current = newest(path, "CURRENT");
    Files.delete(current);
    assertThatThrownBy(() -> TestStore.file(path))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("its file \"" + current + "\" is missing. Restore the database")
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(ErrorCode.CORRUPT);
  }

  private static void writeAndShutDown(Path path, int items) {
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(TestStore.table("T"));
      for (int i = 0; i < items; i++) {
        backend.write(replace("T", TestStore.item("a", i, "")));
      }
    }
  }

  private static void damage(Path file, double place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 4; i++) {
      bytes[(int) (bytes.length * place) + i] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  private static Path newest(Path path, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(path.resolve("rows"))) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static int acknowledged(@Nullable String line) {
    assertThat(line).startsWith("acknowledged ");
    return line == null ? -1 : Integer.parseInt(line.substring("acknowledged ".length()));
  }

  private static void assertWholePairsUpTo(Path path, int acknowledged) {
    try (Backend backend = TestStore.file(path)) {
      for (int i = 0; i <= acknowledged; i++) {
        assertThat(get(backend, "T", key("left", i))).as("left %d", i).isNotNull();
        assertThat(get(backend, "T", key("right", i))).as("right %d", i).isNotNull();
      }
      long items = backend.statistics("T").table().items();
      assertThat(items % 2).isZero();
      assertThat(backend.statistics("T").of("G").items()).isEqualTo(items);
      assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    }
  }
}
