package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts in files; {@code -Dgolden.update=true} writes them anew. */
final class Golden {
  private static final Path DIRECTORY = Path.of("src/test/resources/io/partikey/clients");

  private Golden() {}

  /** Compares a text with a file of this package. */
  static void check(String file, String actual) {
    Path path = DIRECTORY.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(path, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(path));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
