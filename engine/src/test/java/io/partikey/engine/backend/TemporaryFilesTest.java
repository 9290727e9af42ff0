package io.partikey.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
  private final Path directory;
  private final long ended;

  TemporaryFilesTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    ended = process.pid();
  }

  private Path old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    return file;
  }

  @Test
  void sweepsWhatEndedProcessesLeft() throws IOException {
    Path rows = old(Files.createFile(directory.resolve("partikey-sort-" + ended + "-1.rows")));
    Path copy = Files.createDirectory(directory.resolve("partikey-native-" + ended + "-2"));
    Files.createFile(copy.resolve("library.so"));
    old(copy);
    TemporaryFiles.sweep(directory);
    assertThat(rows).doesNotExist();
    assertThat(copy).doesNotExist();
  }

  @Test
  void leavesWhatALivingProcessHasWhatIsYoungAndWhatIsNotIts() throws IOException {
    Path[] others = {
      old(Files.createFile(directory.resolve(TemporaryFiles.prefix("sort") + "1.rows"))),
      old(Files.createDirectory(directory.resolve(TemporaryFiles.prefix("native") + "2"))),
      Files.createFile(directory.resolve("partikey-sort-" + ended + "-3.rows")),
      old(Files.createFile(directory.resolve("partikey-sort-notes.txt"))),
      old(Files.createFile(directory.resolve("partikey-sort-99999999999999999999-4.rows"))),
      old(Files.createFile(directory.resolve("sort-" + ended + "-5.rows")))
    };
    TemporaryFiles.sweep(directory);
    assertThat(others).allSatisfy(file -> assertThat(file).exists());
  }
}
