package io.partikey.jdbc.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Statements over many times more rows than the heap could hold. */
class SmallHeapTest {
  /** What the process takes beside its heap: the JVM, the block cache, the write buffers. */
  private static final long BESIDE_THE_HEAP_MEGABYTES = 400;

  private final Path directory;

  SmallHeapTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void readsAndSortsAndGroupsManyItemsInASmallHeap() throws Exception {
    run(160_000, 56);
  }

  @Test
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void readsAndSortsAndGroupsFiveMillionItemsInTheHeapPromised() throws Exception {
    run(5_000_000, 256);
  }

  private void run(int items, int heapMegabytes) throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(directory.resolve("temporary"));
    JavaCommand command =
        JavaCommand.of(SmallHeapProcess.class)
            .withOptions("-Xmx" + heapMegabytes + "m", "-Djava.io.tmpdir=" + temporary);
    List<String> said;
    try (ChildProcess process =
        command.start(directory.resolve("database").toString(), Integer.toString(items))) {
      said = process.readToGoodEnd();
    }
    int half = items / 2;
    int quarter = items / 4;
    assertThat(said.stream().filter(line -> !line.startsWith("peak") && !line.startsWith("SLF4J")))
        .containsExactly(
            "scan " + items,
            "order " + half,
            "files while open 1",
            "files 0",
            "files while open 1",
            "files 0",
            "group " + quarter,
            "distinct " + quarter,
            "union " + quarter,
            "branches " + half,
            "count " + quarter,
            "failed with 22012, files 0",
            "failed with 54000, files 0",
            "failed with 54000, files 0",
            "failed with 54000, files 0",
            "left " + half);
    assertThat(said.stream().filter(line -> line.startsWith("peak")).map(SmallHeapTest::number))
        .allMatch(peak -> peak < heapMegabytes + BESIDE_THE_HEAP_MEGABYTES);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(file -> file.toString().endsWith(".rows"))).isEmpty();
    }
  }

  private static long number(String line) {
    return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
  }
}
