package io.partikey.jdbc.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.jdbc.memory.LargeItemsProcess.Shape;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every form of statement over items of nearly the size that an item may have, in a heap that holds
 * a small part of them: each gives its rows, or says that it would take too much.
 */
class LargeItemsTest {
  private static final int HEAP_MEGABYTES = 64;

  private final Path directory;

  LargeItemsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({"TEXT, 70", "NUMBERS, 4"})
  void everyStatementOverLargeItemsGivesItsRowsOrIsRefused(Shape shape, int items)
      throws Exception {
    check(shape, items);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void everyStatementOverManyLargeItemsGivesItsRowsOrIsRefused(Shape shape) throws Exception {
    check(shape, shape == Shape.TEXT || shape == Shape.BINARY ? 300 : 30);
  }

  private void check(Shape shape, int items) throws Exception {
    List<String> said = run(shape, items);
    int half = items / 2;
    assertThat(said)
        .as("%s", said)
        .zipSatisfy(expected(items), (line, rows) -> assertThat(line).isIn(rows, refused(rows)));
    // What is no more than an item at once is refused for no shape.
    assertThat(said)
        .contains(
            "scan " + items,
            "keys in a list " + half,
            "concatenated collections " + half,
            "fetch behind an index " + items,
            "lookup " + items,
            "long list " + half,
            "text of many 54000",
            "index build changed 0",
            "batch 54000",
            "conflict 40001",
            "check []");
    if (shape == Shape.TEXT) {
      assertThat(said)
          .contains(
              "sorted lookup " + half,
              "merged collections " + half,
              "update 54000",
              "update and return 54000",
              "delete and return 54000",
              "insert 54000",
              "delete changed " + half);
    }
  }

  private static String refused(String rows) {
    return rows.replaceFirst("(changed )?[0-9]+$", "54000");
  }

  private static List<String> expected(int items) {
    int half = items / 2;
    return Stream.of(
            "collection " + half,
            "scan " + items,
            "filtered scan " + items,
            "order " + half,
            "first " + Math.min(5, items),
            "distinct " + items,
            "groups " + items,
            "distinct in groups " + (half + 1),
            "keys in a list " + half,
            "concatenated collections " + half,
            "merged collections " + half,
            "fetch behind an index " + items,
            "lookup " + items,
            "sorted lookup " + half,
            "query lookup " + 2 * half,
            "semi lookup " + items,
            "union " + (half + items),
            "joined text " + half,
            "replaced text " + half,
            "text of many " + half,
            "long list " + half,
            "longer list 42601",
            "update changed " + half,
            "update and return " + half,
            "delete and return " + half,
            "insert changed " + items,
            "index build changed 0",
            "index " + 2,
            "batch 54000",
            "batch executed true",
            "conflict 40001",
            "delete changed " + half,
            "check []")
        .toList();
  }

  private List<String> run(Shape shape, int items) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                LargeItemsProcess.class.getName(),
                directory.resolve("database").toString(),
                shape.name(),
                Integer.toString(items))
            .redirectErrorStream(true)
            .start();
    List<String> said;
    try (InputStream output = process.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(process.waitFor()).as("%s", said).isZero();
    return said.stream().filter(line -> !line.startsWith("SLF4J")).toList();
  }
}
