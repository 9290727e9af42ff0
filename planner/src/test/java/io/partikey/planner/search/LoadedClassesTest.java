package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planning loads and prints, in a JVM of its own. */
final class LoadedClassesTest {
  @Test
  void fullKeysAreServedWithoutCalcite(@TempDir Path directory) throws Exception {
    List<String> lines = run(PlanFullKeys.class, directory);
    assertThat(lines).anyMatch(line -> line.contains("io.partikey.planner.search.KeyedPlanSearch"));
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
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    File errors = directory.resolve("errors").toFile();
    File output = directory.resolve("output").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-Xlog:class+load:stdout",
                "-cp",
                classPath,
                main.getName())
            .redirectError(errors)
            .redirectOutput(output)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(errors).hasContent("");
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(output.toPath(), StandardCharsets.UTF_8);
  }
}
