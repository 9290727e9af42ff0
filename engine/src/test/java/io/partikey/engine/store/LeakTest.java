package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ReadView;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays behind: of databases that are closed, and of what is forgotten without a close. */
class LeakTest {
  private static final int OPENINGS = Boolean.getBoolean("nightly") ? 1000 : 90;
  private static final int OPENINGS_BEFORE = 90;

  /** What an opening may leave in the memory of the process: blocks in the shared cache. */
  private static final long KILOBYTES_OF_AN_OPENING = 8;

  private static final long KILOBYTES_OF_FRAGMENTATION = 8 << 10;

  private final Path directory;

  LeakTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNoMemoryFileOrThreadBehindWhenADatabaseIsClosed() throws Exception {
    // A heap that is all there from the beginning, so that the rest of the process is what grows.
    List<String> environment =
        List.of("env", "JAVA_TOOL_OPTIONS=-Xms64m -Xmx64m -XX:+AlwaysPreTouch");
    try (ChildProcess process =
        JavaCommand.of(OpenerProcess.class)
            .behind(environment)
            .start(
                directory.toString(),
                Integer.toString(OPENINGS_BEFORE),
                Integer.toString(OPENINGS))) {
      List<String> said =
          process.readRest().stream().filter(line -> line.matches("\\d+ \\d+ \\d+")).toList();
      assertThat(said).hasSize(2);
      long[] before = numbers(said.get(0));
      long[] after = numbers(said.get(1));
      assertThat(after[0] - before[0])
          .as("kilobytes of memory after %d openings more: %s", OPENINGS, said)
          .isLessThan(KILOBYTES_OF_FRAGMENTATION + OPENINGS * KILOBYTES_OF_AN_OPENING);
      assertThat(after[1]).as("open files: %s", said).isEqualTo(before[1]);
      assertThat(after[2]).as("threads of ours: %s", said).isZero();
    }
  }

  private static long[] numbers(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  @Test
  void releasesTheSnapshotOfAForgottenView() {
    try (EmbeddedBackend backend = (EmbeddedBackend) TestStore.memory()) {
      backend.createTable(table("T"));
      forgetViews(backend);
      await(() -> backend.engine().openSnapshots() == 0);
      ReadView view = backend.openView();
      assertThat(backend.engine().openSnapshots()).isEqualTo(1);
      view.close();
      assertThat(backend.engine().openSnapshots()).isZero();
    }
  }

  private static void forgetViews(Backend backend) {
    backend.openView().getItem("T", key("a", 1));
    backend.begin().write(replace("T", item("a", 1, "")));
  }

  @Test
  void closesADatabaseWhoseConnectionsAreForgotten() {
    Path path = directory.resolve("forgotten");
    forgetConnection(path);
    await(() -> holder(path).equals("closed\n"));
    try (Backend backend = TestStore.file(path)) {
      assertThat(get(backend, "T", key("a", 1))).isNotNull();
    }
  }

  private static void forgetConnection(Path path) {
    Backend backend = TestStore.file(path);
    backend.createTable(table("T"));
    backend.write(replace("T", item("a", 1, "")));
    assertThat(holder(path)).startsWith("process ");
  }

  private static String holder(Path path) {
    try {
      return Files.readString(path.resolve("HOLDER"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the garbage collector forgets in time").isBefore(deadline);
      System.gc();
    }
  }
}
