package io.partikey.planner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of expected text that people read in reviews. Tests run with {@code -Dgolden.update=true}
 * write it anew.
 */
public final class GoldenFile {
  private GoldenFile() {}

  /** Checks that the file of this name, beside the test's class, holds a text. */
  public static void check(Class<?> test, String name, String text) throws IOException {
    Path file =
        Path.of("src/test/resources", test.getPackageName().replace('.', '/')).resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, UTF_8);
    }
    assertThat(text).isEqualTo(Files.readString(file, UTF_8));
  }
}
