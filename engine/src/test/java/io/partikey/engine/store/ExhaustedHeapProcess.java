package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.table.Projection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Exhausts its heap again and again while it writes to a database, lets go, and waits until
 * everything in the background goes well; says on standard output what happened.
 */
final class ExhaustedHeapProcess {
  private static final int[] SIZES = {65536, 4096};

  private ExhaustedHeapProcess() {}

  /** Takes the directory of the database, how often to exhaust the heap, and a seed. */
  public static void main(String[] arguments) throws Exception {
    // One whose initializer finds no memory is lost to its process, whatever the program does.
    initializeClasses();
    int rounds = Integer.parseInt(arguments[1]);
    Random random = new Random(Long.parseLong(arguments[2]));
    Set<Integer> acknowledged = new HashSet<>();
    try (Backend backend = TestStore.file(Path.of(arguments[0]), TestStore.quick())) {
      backend.createTable(table("T", index("G", "g", Projection.ALL)));
      backend.setTimeToLive("T", Optional.of("expires"));
      write(backend, -1);
      List<byte[]> hog = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        exhaust(hog, SIZES[round % SIZES.length]);
        for (int i = random.nextInt(40); i > 0 && !hog.isEmpty(); i--) {
          hog.remove(hog.size() - 1);
        }
        try {
          write(backend, round);
          acknowledged.add(round);
        } catch (OutOfMemoryError | EngineException refused) {
          hog.subList(hog.size() / 2, hog.size()).clear();
        }
      }
      hog.clear();
      Instant free = Instant.now();
      long past = free.getEpochSecond() - 100;
      backend.write(replace("T", item("expired", 1, "\"expires\": {\"N\": \"" + past + "\"}")));
      while (backend.backgroundJobs().stream()
          .anyMatch(
              job ->
                  job.failures() > 0
                      || (!Set.of("indexes", "space").contains(job.name())
                          && job.lastSuccess().filter(free::isBefore).isEmpty()))) {
        Thread.onSpinWait();
      }
      say("all jobs run");
      backend.dropIndex("T", "G");
      backend.createIndex("T", index("G", "g", Projection.ALL));
      while (get(backend, "T", key("expired", 1)) != null) {
        Thread.onSpinWait();
      }
      say("expired items go");
      say("problems " + backend.check(CheckProgress.NONE));
      acknowledged.removeIf(round -> get(backend, "T", key("a", round)) != null);
      say("lost " + acknowledged);
    }
    say("closed");
  }

  private static void exhaust(List<byte[]> hog, int size) {
    try {
      while (true) {
        hog.add(new byte[size]);
      }
    } catch (OutOfMemoryError full) {
      return;
    }
  }

  private static void write(Backend backend, int number) {
    backend.write(replace("T", item("a", number, "\"g\": {\"S\": \"g" + number % 7 + "\"}")));
  }

  private static void initializeClasses() throws Exception {
    Path classes =
        Path.of(Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
        Class.forName(name.substring(0, name.length() - ".class".length()));
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println("- " + line);
  }
}
