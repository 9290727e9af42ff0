package io.partikey.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files of what the shell shows; {@code -Dgolden.update=true} writes them again. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/io/partikey/shell");

  private Golden() {}

  /** Checks a text against the file of a name. */
  public static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
