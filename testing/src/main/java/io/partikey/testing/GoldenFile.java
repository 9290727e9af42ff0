package io.partikey.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file of expected text that people read in reviews. Tests run with {@code -Dgolden.update=true}
 * write it anew.
 */
public final class GoldenFile {
  private GoldenFile() {}

  /** Checks that the file of this name, beside the test's class, holds a text. */
  public static void check(Class<?> test, String name, String text) {
    check(TestSources.beside(test, name), before -> text);
  }

  /**
   * Checks that a file stays as it is under an operator that writes again what of it is generated,
   * such as the answers in a page of examples.
   *
   * @param rewriting takes the text of the file, empty if there is none
   */
  public static void check(Path file, UnaryOperator<String> rewriting) {
    try {
      String before = Files.exists(file) ? Files.readString(file, UTF_8) : "";
      String actual = rewriting.apply(before);
      if (isUpdated()) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual, UTF_8);
      } else {
        assertThat(actual).as("%s (-Dgolden.update=true writes it anew)", file).isEqualTo(before);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether golden files are to be written anew instead of compared. */
  public static boolean isUpdated() {
    return Boolean.getBoolean("golden.update");
  }
}
