package io.partikey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The seeds with which the tests of a class once failed, in a text file of lines such as
 *
 * <pre>
 * # Seeds that once failed, which run first: the test, its seed.
 * keepsWhatWasAcknowledged -4471503021
 * </pre>
 */
record KeptSeeds(Path file) {
  private static final String HEAD =
      "# Seeds that once failed, which run first: the test, its seed.";

  /** The file of a class among test resources, which need not exist. */
  static KeptSeeds in(Path resources, Class<?> test) {
    String name = test.getName().substring(test.getPackageName().length()).replaceFirst("^\\.", "");
    return new KeptSeeds(TestSources.beside(resources, test, name + ".seeds"));
  }

  /** The seeds of a test in the order in which they failed. */
  List<Long> of(String test) {
    List<Long> seeds = new ArrayList<>();
    for (String line : lines()) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals(test)) {
        seeds.add(seed(line, words));
      }
    }
    return seeds;
  }

  private long seed(String line, String[] words) {
    try {
      return Long.parseLong(words[1]);
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException noSeed) {
      throw new IllegalStateException(
          file + ": expected the name of a test and its seed, but found \"" + line + "\"", noSeed);
    }
  }

  /** Writes a seed behind the others, unless it stands there. */
  synchronized void add(String test, long seed) {
    if (of(test).contains(seed)) {
      return;
    }
    List<String> lines = new ArrayList<>(lines());
    if (lines.isEmpty()) {
      lines.add(HEAD);
    }
    lines.add(test + " " + seed);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
