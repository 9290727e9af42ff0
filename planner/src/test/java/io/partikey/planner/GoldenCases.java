package io.partikey.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A text file of cases: the lines of an input begin with {@code > }, what follows is the output.
 *
 * <p>Lines that begin with {@code #} are for readers. With {@code -Dgolden.update=true} the outputs
 * are written again.
 */
public final class GoldenCases {
  private final Path file;

  private GoldenCases(Path file) {
    this.file = file;
  }

  /** The cases of a file among the test resources of the planner. */
  public static GoldenCases in(String name) {
    return new GoldenCases(Path.of("src/test/resources/io/partikey/planner", name));
  }

  /** Checks every output of the file against what the operator makes of the input. */
  public void check(UnaryOperator<String> operator) throws IOException {
    String expected = Files.readString(file);
    String actual = answer(expected.lines().toList(), operator);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
      return;
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** The inputs with their outputs, in order. */
  public Map<String, String> cases() throws IOException {
    Map<String, String> cases = new LinkedHashMap<>();
    List<String> input = new ArrayList<>();
    List<String> output = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(">") && !output.isEmpty()) {
        cases.put(String.join("\n", input), String.join("\n", output));
        input.clear();
        output.clear();
      }
      if (line.startsWith(">")) {
        input.add(line.substring(Math.min(2, line.length())));
      } else if (!line.startsWith("#")) {
        output.add(line);
      }
    }
    cases.put(String.join("\n", input), String.join("\n", output));
    return cases;
  }

  private static String answer(List<String> lines, UnaryOperator<String> operator) {
    StringBuilder actual = new StringBuilder();
    List<String> input = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(">")) {
        input.add(line.substring(Math.min(2, line.length())));
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
