package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where fresh processes put the native library, and that they leave nothing else. */
@DisabledOnOs(OS.WINDOWS)
class NativeLibraryIT {
  @TempDir private Path directory;
  private Path temporary;
  private Path working;
  private Path cache;

  @BeforeEach
  void makeDirectories() throws IOException {
    temporary = Files.createDirectory(directory.resolve("temporary"));
    working = Files.createDirectory(directory.resolve("working"));
    cache = directory.resolve("cache");
  }

  private List<String> run(boolean withCache, String scenario, String... options) throws Exception {
    Path program =
        Path.of(ShadedProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                ShadedJar.PATH + File.pathSeparator + program));
    command.addAll(List.of(options));
    command.addAll(List.of(ShadedProgram.class.getName(), scenario, ShadedJar.PATH.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(working.toFile());
    builder.environment().remove("XDG_CACHE_HOME");
    if (withCache) {
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
    }
    Path output = directory.resolve("output");
    Process process =
        builder
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(output);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> !file.equals(directory)).toList();
    }
  }

  @Test
  void isNeverInTheWorkingDirectoryWhateverTheHomeDirectoryIs() throws Exception {
    // As in a container whose user is in no list of users.
    assertThat(run(false, "reloaded", "-Duser.home=?")).containsExactly("1", "1", "1");
    assertThat(files(working)).isEmpty();
    assertThat(files(temporary)).isEmpty();
  }

  @Test
  void isOneFileForAllProcessesAndForAllClassLoadersOfOne() throws Exception {
    assertThat(run(true, "reloaded")).containsExactly("1", "1", "1");
    assertThat(run(true, "reloaded")).containsExactly("1", "1", "1");
    assertThat(library()).isRegularFile();
    assertThat(files(working)).isEmpty();
    assertThat(files(temporary)).isEmpty();
  }

  @Test
  void isRepairedWhenItIsDamaged() throws Exception {
    run(true, "reloaded");
    Path library = library();
    byte[] whole = Files.readAllBytes(library);
    byte[] damaged = whole.clone();
    // The code, half of which is zeros: whoever loaded it would crash.
    for (int i = damaged.length / 4; i < damaged.length / 2; i++) {
      damaged[i] = 0;
    }
    Files.write(library, damaged);
    assertThat(run(true, "reloaded")).containsExactly("1", "1", "1");
    assertThat(library).hasBinaryContent(whole);
  }

  /** The one file in the cache that is no record of another one. */
  private Path library() throws IOException {
    List<Path> libraries =
        files(cache).stream()
            .filter(Files::isRegularFile)
            .filter(file -> !file.toString().endsWith(".sha256"))
            .toList();
    assertThat(libraries).hasSize(1);
    return libraries.get(0);
  }
}
