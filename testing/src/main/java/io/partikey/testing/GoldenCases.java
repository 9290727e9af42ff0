package io.partikey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A golden file of cases: the lines of an input begin with {@code > }, what follows is the output.
 * Lines that begin with {@code #} are for readers.
 */
public final class GoldenCases {
  private final Path file;

  private GoldenCases(Path file) {
    this.file = file;
  }

  /** The cases of the file of this name, beside the test's class. */
  public static GoldenCases in(Class<?> test, String name) {
    return new GoldenCases(TestSources.beside(test, name));
  }

  /** Checks every output of the file against what the operator makes of the input. */
  public void check(UnaryOperator<String> operator) {
    GoldenFile.check(file, text -> answer(text.lines().toList(), operator));
  }

  /** The inputs with their outputs, in order. */
  public Map<String, String> cases() {
    Map<String, String> cases = new LinkedHashMap<>();
    List<String> input = new ArrayList<>();
    List<String> output = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith(">") && !output.isEmpty()) {
        cases.put(String.join("\n", input), String.join("\n", output));
        input.clear();
        output.clear();
      }
      if (line.startsWith(">")) {
        input.add(text(line));
      } else if (!line.startsWith("#") && !input.isEmpty()) {
        output.add(line);
      }
    }
    cases.put(String.join("\n", input), String.join("\n", output));
    return cases;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(String line) {
    return line.substring(Math.min(2, line.length()));
  }

  private static String answer(List<String> lines, UnaryOperator<String> operator) {
    StringBuilder actual = new StringBuilder();
    List<String> input = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(">")) {
        input.add(text(line));
        actual.append(line).append('\n');
        continue;
      }
      answer(input, operator, actual);
      if (line.startsWith("#")) {
        actual.append(line).append("\n\n");
      }
    }
    answer(input, operator, actual);
    return actual.toString().stripTrailing() + "\n";
  }

  private static void answer(
      List<String> input, UnaryOperator<String> operator, StringBuilder actual) {
    if (!input.isEmpty()) {
      actual.append(operator.apply(String.join("\n", input)).stripTrailing()).append("\n\n");
      input.clear();
    }
  }
}
