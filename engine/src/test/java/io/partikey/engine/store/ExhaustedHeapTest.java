package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import io.partikey.testing.SeededTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What a program does that exhausts the heap again and again and goes on. */
class ExhaustedHeapTest {
  @SeededTest
  void everythingInTheBackgroundRunsOnceThereIsMemoryAgain(long seed, @TempDir Path directory)
      throws Exception {
    int rounds = Boolean.getBoolean("nightly") ? 1500 : 20;
    try (ChildProcess process =
        JavaCommand.of(ExhaustedHeapProcess.class)
            .behind(List.of("env", "JDK_JAVA_OPTIONS=-Xmx40m"))
            .start(
                directory.resolve("db").toString(),
                Integer.toString(rounds),
                Long.toString(seed))) {
      List<String> said = process.readRest();
      assertThat(said.stream().filter(line -> line.startsWith("- ")))
          .as("%d rounds: %s", rounds, said)
          .containsExactly(
              "- all jobs run", "- expired items go", "- problems []", "- lost []", "- closed");
    }
  }
}
