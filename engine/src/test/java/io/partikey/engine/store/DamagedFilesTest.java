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
import io.partikey.testing.SeededTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes that flip in each kind of file that a database has: whoever opens it then gets exactly what
 * was acknowledged, or an error that names a file.
 */
class DamagedFilesTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 200 : 8;
  private static final List<String> KINDS =
      List.of(
          "rows/*.sst",
          "rows/*.log",
          "rows/MANIFEST-*",
          "rows/CURRENT",
          "rows/OPTIONS-*",
          "rows/IDENTITY",
          "PARTIKEY",
          "HOLDER");

  private final Path directory;
  private final Path whole;
  private final List<Item> expected = new ArrayList<>();

  DamagedFilesTest(@TempDir Path directory) {
    this.directory = directory;
    this.whole = directory.resolve("whole");
  }

  /** Makes a database with table files and a log of later writes, which nobody holds. */
  @BeforeEach
  void makeDatabase() {
    try (Backend backend = TestStore.file(whole)) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
    }
    for (int part = 0; part < 3; part++) {
      try (Backend backend = TestStore.file(whole)) {
        for (int i = 0; i < 100; i++) {
          String attributes =
              "\"g\": {\"S\": \"" + i % 7 + "\"}, \"text\": {\"S\": \"" + "x".repeat(i) + "\"}";
          Item item = item("part" + part, i, attributes);
          backend.write(replace("T", item));
        }
        expected.clear();
        expected.addAll(scan(backend, null));
      }
    }
    assertThat(expected).hasSize(300);
  }

  @SeededTest
  void isReadExactlyOrNamed(long seed) throws IOException {
    Random random = new Random(seed);
    for (String kind : KINDS) {
      isReadExactlyOrNamed(kind, random);
    }
  }

  private void isReadExactlyOrNamed(String kind, Random random) throws IOException {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int round = 0; round < ROUNDS; round++) {
      Path copy = directory.resolve("copy" + round);
      DatabaseCopies.copy(whole, copy);
      if (kind.equals("HOLDER")) {
        Files.writeString(copy.resolve(kind), "process 1 on host elsewhere\n");
      }
      Path file = pick(copy, kind, random);
      String flip = flip(file, random);
      String place = "round " + round + ", " + flip;
      outcomes.merge(outcome(copy, file, place), 1, Integer::sum);
      DatabaseCopies.delete(copy);
    }
    say(kind + ": " + outcomes);
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }

  private enum Outcome {
    READ_EXACTLY,
    REFUSED_TO_OPEN,
    REFUSED_TO_READ
  }

  private Outcome outcome(Path path, Path damaged, String place) {
    boolean open = false;
    try (Backend backend = TestStore.file(path)) {
      open = true;
      List<Item> items = scan(backend, null);
      assertThat(items).as(place).isEqualTo(expected);
      assertThat(scan(backend, "G")).as(place).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(backend.statistics("T").table().items()).as(place).isEqualTo(300);
      assertThat(((EmbeddedBackend) backend).engine().problems()).as(place).isEmpty();
      return Outcome.READ_EXACTLY;
    } catch (EngineException refused) {
      assertThat(refused.code())
          .as("%s: %s", place, refused)
          .isIn(ErrorCode.CORRUPT, ErrorCode.CANNOT_OPEN);
      assertThat(refused.getMessage())
          .as(place)
          .contains(path.toString())
          .containsAnyOf(String.valueOf(damaged.getFileName()), "it has format");
      return open ? Outcome.REFUSED_TO_READ : Outcome.REFUSED_TO_OPEN;
    }
  }

  private static List<Item> scan(Backend backend, @Nullable String index) {
    List<Item> items = new ArrayList<>();
    try (ReadView view = backend.openView()) {
      PageRequest request = PageRequest.FIRST;
      while (true) {
        var page = view.scan(new ScanRequest("T", index, request));
        items.addAll(page.items());
        if (page.continuation().isEmpty()) {
          return items;
        }
        request = PageRequest.FIRST.after(page.continuation().get());
      }
    }
  }

  private static Path pick(Path database, String kind, Random random) throws IOException {
    try (Stream<Path> files = Files.walk(database)) {
      List<Path> ofKind =
          files
              .filter(
                  file ->
                      file.getFileSystem()
                              .getPathMatcher("glob:" + kind)
                              .matches(database.relativize(file))
                          && file.toFile().length() > 0)
              .sorted()
              .toList();
      return ofKind.get(random.nextInt(ofKind.size()));
    }
  }

  private static String flip(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int place = random.nextInt(bytes.length);
    int bits = 1 + random.nextInt(255);
    bytes[place] ^= (byte) bits;
    Files.write(file, bytes);
    return file + " byte " + place + " of " + bytes.length + " ^ " + bits;
  }
}
