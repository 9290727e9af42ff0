package io.partikey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The seeds with which a test once failed, in a text file of its class, whose lines are such as
 *
 * <pre>
 * # Seeds that once failed, which run first: the test, its seed.
 * keepsWhatWasAcknowledged -4471503021
 * </pre>
 */
final class KeptSeeds {
  private static final String HEAD =
      "# Seeds that once failed, which run first: the test, its seed.";

  // What fails with every seed is one fault, and needs no more of them.
  private static final int MOST_OF_A_RUN = 3;

  private final Path file;
  private final String test;
  private int added;

  /** The seeds of a test in the file of its class among test resources, which need not exist. */
  KeptSeeds(Path resources, Class<?> testClass, String test) {
    String name =
        testClass.getName().substring(testClass.getPackageName().length()).replaceFirst("^\\.", "");
    this.file = TestSources.beside(resources, testClass, name + ".seeds");
    this.test = test;
  }

  Path file() {
    return file;
  }

  String test() {
    return test;
  }

  /** The seeds in the order in which they failed. */
  List<Long> all() {
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

  /** Writes a seed behind the others, unless it stands there or enough of this run do. */
  synchronized void add(long seed) {
    if (all().contains(seed) || added == MOST_OF_A_RUN) {
      return;
    }
    added++;
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
