package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.table.Projection;
import io.partikey.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are gone, one, two and all of a kind: whoever opens the database then gets everything
 * that was acknowledged, or an error that says what is missing; never a new database, and never a
 * part of the old one.
 */
class MissingFilesTest {
  private static final int PAIRS = Boolean.getBoolean("nightly") ? Integer.MAX_VALUE : 4;
  private static final int ITEMS = 300;

  /** Without these everything is still there; RocksDB makes them again. */
  private static final Pattern DISPENSABLE =
      Pattern.compile("HOLDER|rows/(LOCK|LOG(\\.old.*)?|IDENTITY|OPTIONS-\\d+)");

  private final Path directory;
  private final Path whole;

  MissingFilesTest(@TempDir Path directory) {
    this.directory = directory;
    this.whole = directory.resolve("whole");
  }

  @Test
  void isNoticedOfADatabaseThatWasClosed() throws IOException {
    for (int part = 0; part < 3; part++) {
      try (Backend backend = TestStore.file(whole)) {
        fill(backend, part);
      }
    }
    deleteEverythingThere();
  }

  @Test
  void isNoticedOfABackup() throws IOException {
    try (Backend backend = TestStore.file(directory.resolve("db"))) {
      fill(backend, 0);
      backend.backup(whole);
    }
    deleteEverythingThere();
  }

  @Test
  void isNoticedOfABackupFromMemory() throws IOException {
    try (Backend backend = TestStore.memory()) {
      fill(backend, 0);
      backend.backup(whole);
    }
    deleteEverythingThere();
  }

  @Test
  void isNoticedWhenTheProcessWasKilled() throws Exception {
    writeUntilKilled(List.of(), 100, ITEMS);
    deleteEverythingThere();
  }

  @Test
  void isNoticedWhenItWasKilledWithSeveralLogs() throws Exception {
    // Rows are written out again and again, and the counters in the logs are not.
    writeUntilKilled(
        List.of("env", "JAVA_TOOL_OPTIONS=-Dpartikey.memory.writeBuffers=1"), 10_000, ITEMS);
    assertThat(DatabaseCopies.files(whole))
        .filteredOn(file -> file.toString().endsWith(".log"))
        .hasSizeGreaterThan(1);
    deleteEverythingThere();
  }

  private static void fill(Backend backend, int part) {
    if (backend.catalog().tables().isEmpty()) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
    }
    for (int i = 0; i < ITEMS; i++) {
      backend.write(replace("T", item("part" + part, i, "\"g\": {\"S\": \"" + i % 7 + "\"}")));
    }
  }

  private void writeUntilKilled(List<String> before, int fillerBytes, int acknowledged)
      throws IOException, InterruptedException {
    try (ChildProcess writer =
        ChildProcess.run(
            before,
            WriterProcess.class,
            whole.toString(),
            Integer.toString(fillerBytes),
            "1000000")) {
      String last = "acknowledged " + acknowledged;
      String line = writer.readLine();
      while (line != null && !line.equals(last)) {
        line = writer.readLine();
      }
      assertThat(line).isEqualTo(last);
      writer.kill();
    }
  }

  private enum Outcome {
    HAS_EVERYTHING,
    REFUSED
  }

  private void deleteEverythingThere() throws IOException {
    long seed = System.nanoTime();
    Path copy = directory.resolve("copy");
    DatabaseCopies.copy(whole, copy);
    List<Item> expected = items(copy);
    DatabaseCopies.delete(copy);
    assertThat(expected.size()).isGreaterThanOrEqualTo(ITEMS);
    List<Path> files = DatabaseCopies.files(whole);
    List<List<Path>> cases = new ArrayList<>();
    files.forEach(file -> cases.add(List.of(file)));
    for (String kind : List.of(".sst", ".log", "MANIFEST", "OPTIONS", "rows")) {
      cases.add(files.stream().filter(file -> file.toString().contains(kind)).toList());
    }
    List<List<Path>> pairs = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(List.of(files.get(i), files.get(j)));
      }
    }
    Collections.shuffle(pairs, new Random(seed));
    cases.addAll(pairs.subList(0, Math.min(PAIRS, pairs.size())));
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (List<Path> missing : cases) {
      outcomes.merge(outcome(missing, expected, "seed " + seed), 1, Integer::sum);
    }
    say(files.size() + " files, seed " + seed + ": " + outcomes);
  }

  private Outcome outcome(List<Path> missing, List<Item> expected, String place)
      throws IOException {
    Path copy = directory.resolve("copy");
    DatabaseCopies.copy(whole, copy);
    for (Path file : missing) {
      Files.delete(copy.resolve(file));
    }
    String what = place + ", without " + missing;
    boolean needed = missing.stream().anyMatch(file -> !DISPENSABLE.matcher(name(file)).matches());
    try {
      List<Item> items = items(copy);
      assertThat(items.equals(expected)).as("%s: has %d items", what, items.size()).isTrue();
      return Outcome.HAS_EVERYTHING;
    } catch (EngineException refused) {
      assertThat(needed).as("%s: %s", what, refused).isTrue();
      assertThat(refused.code()).as("%s: %s", what, refused).isEqualTo(ErrorCode.CORRUPT);
      assertThat(refused).as(what).hasMessageContaining(copy.toString());
      assertThat(refused.getMessage())
          .as(what)
          .containsPattern("missing|does not name a manifest|Missing WAL|No such file");
      return Outcome.REFUSED;
    } finally {
      DatabaseCopies.delete(copy);
    }
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static List<Item> items(Path path) {
    List<Item> items = new ArrayList<>();
    try (Backend backend = TestStore.file(path);
        ReadView view = backend.openView()) {
      PageRequest request = PageRequest.FIRST;
      while (true) {
        var page = view.scan(new ScanRequest("T", null, request));
        items.addAll(page.items());
        if (page.continuation().isEmpty()) {
          assertThat(backend.statistics("T").table().items()).isEqualTo(items.size());
          return items;
        }
        request = PageRequest.FIRST.after(page.continuation().get());
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
