package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planning loads and prints, in a JVM of its own. */
final class LoadedClassesTest {
  @Test
  void fullKeysAreServedWithoutCalcite(@TempDir Path directory) throws Exception {
    List<String> lines = run(PlanFullKeys.class, directory);
    assertThat(lines).anyMatch(line -> line.contains("io.partikey.planner.search.PlanSearch"));
    assertThat(lines).noneMatch(line -> line.contains("org.apache.calcite"));
  }

  @Test
  void severalThreadsMayStartAtOnce(@TempDir Path directory) throws Exception {
    List<String> lines = run(PlanOnManyThreads.class, directory);
    assertThat(lines).anyMatch(line -> line.contains("org.apache.calcite"));
    assertThat(lines).noneMatch(line -> line.contains("org.codehaus.janino"));
  }

  /**
   * Runs a main class, which must print nothing on standard error, and lists the loaded classes.
   */
  private static List<String> run(Class<?> main, Path directory)
      throws IOException, InterruptedException {
    Path errors = directory.resolve("errors");
    JavaCommand command = JavaCommand.of(main).withOptions("-ea", "-Xlog:class+load:stdout");
    try (ChildProcess process = command.start(errors)) {
      List<String> lines = process.readToGoodEnd();
      assertThat(errors).hasContent("");
      return lines;
    }
  }
}
