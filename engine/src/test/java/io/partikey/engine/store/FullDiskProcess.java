package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.table.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Writes to a database on a small disk until nothing fits any more, makes room, and goes on; says
 * on standard output what happened. It does it all itself because nobody else sees its disk.
 */
final class FullDiskProcess {
  private FullDiskProcess() {}

  /**
   * Takes the directory of the disk, how many bytes each item has, and how many megabytes are kept
   * back until the disk is full.
   */
  public static void main(String[] arguments) throws IOException {
    Path disk = Path.of(arguments[0]);
    int size = Integer.parseInt(arguments[1]);
    Path ballast = disk.resolve("ballast");
    Files.write(ballast, new byte[Integer.parseInt(arguments[2]) << 20]);
    int acknowledged = -1;
    try (Backend backend = TestStore.file(disk.resolve("db"))) {
      backend.createTable(table("T", index("G", "g", Projection.KEYS_ONLY)));
      try {
        while (true) {
          writePair(backend, acknowledged + 1, size);
          acknowledged++;
        }
      } catch (EngineException full) {
        say(full.code() + " " + full.getMessage());
      }
      say("has " + pairs(backend, acknowledged) + " of " + (acknowledged + 1));
      say("full: " + attempt(backend, acknowledged + 1, size));
      say("index: " + attemptIndex(backend));
      try (ReadView lastMoment = backend.openView()) {
        Files.delete(ballast);
        awaitWrite(backend, acknowledged + 1);
        acknowledged++;
        say("healed with " + pairs(backend, acknowledged) + " of " + (acknowledged + 1));
        say("problems " + backend.check(CheckProgress.NONE));
        boolean knowsTheNewOne =
            lastMoment.getItem("T", key("left", acknowledged)).items().get(0) != null;
        say("a view from before " + (knowsTheNewOne ? "changed" : "stays"));
      } catch (EngineException lost) {
        say("a view from before is lost: " + lost.code());
      }
      TestStore.awaitIndexes(backend);
      say("indexes " + backend.statistics("T").of("G").items() % 2);
    } catch (EngineException failedToClose) {
      say("close: " + failedToClose);
    }
    try (Backend backend = TestStore.file(disk.resolve("db"))) {
      say("reopened with " + pairs(backend, acknowledged) + " of " + (acknowledged + 1));
      say("problems " + backend.check(CheckProgress.NONE));
      long items = backend.statistics("T").table().items();
      say("halves " + items % 2);
      say("room: " + attempt(backend, acknowledged + 1, 10));
    }
  }

  private static void writePair(Backend backend, int number, int size) {
    byte[] filler = new byte[size];
    new Random(number).nextBytes(filler);
    String attributes =
        "\"g\": {\"S\": \"x\"}, \"filler\": {\"B\": \""
            + Base64.getEncoder().encodeToString(filler)
            + "\"}";
    backend.writeAtomically(
        List.of(
            replace("T", item("left", number, attributes)),
            replace("T", item("right", number, attributes))));
  }

  private static String attempt(Backend backend, int number, int size) {
    try {
      writePair(backend, number, size);
      return "written";
    } catch (EngineException refused) {
      return String.valueOf(refused.code());
    }
  }

  private static String attemptIndex(Backend backend) {
    try {
      backend.createIndex("T", index("H", "filler2", Projection.KEYS_ONLY));
      return "built";
    } catch (EngineException refused) {
      return refused.code() + " " + refused.getMessage();
    }
  }

  private static void awaitWrite(Backend backend, int number) {
    while (!attempt(backend, number, 10).equals("written")) {
      Thread.onSpinWait();
    }
  }

  private static int pairs(Backend backend, int last) {
    int whole = 0;
    for (int i = 0; i <= last; i++) {
      if (get(backend, "T", key("left", i)) != null && get(backend, "T", key("right", i)) != null) {
        whole++;
      }
    }
    return whole;
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
