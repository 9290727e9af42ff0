package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.table.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens, uses and closes databases again and again, and says twice on standard output what the
 * process holds: kilobytes of memory, open files, threads.
 */
final class OpenerProcess {
  private OpenerProcess() {}

  /** Takes a directory, and how often to open databases before each time that it speaks. */
  public static void main(String[] arguments) throws IOException {
    for (int times : List.of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
      for (int i = 0; i < times; i++) {
        openUseAndClose(Path.of(arguments[0], "db"));
      }
      System.gc();
      say(residentKilobytes() + " " + openFiles() + " " + threads());
    }
  }

  private static void openUseAndClose(Path path) {
    for (Backend backend : List.of(TestStore.file(path, TestStore.quick()), TestStore.memory())) {
      try (backend) {
        if (backend.catalog().table("T").isEmpty()) {
          backend.createTable(table("T", TestStore.index("G", "g", Projection.ALL)));
        }
        for (int i = 0; i < 5; i++) {
          backend.write(replace("T", item("a", i, "\"g\": {\"S\": \"x\"}")));
        }
        leaveOpen(backend);
      }
    }
  }

  /** A view and a transaction stay open on purpose: the close of the database ends them. */
  private static void leaveOpen(Backend backend) {
    ReadView view = backend.openView();
    view.scan(new ScanRequest("T", null, PageRequest.FIRST.withLimit(5)));
    backend.begin().write(replace("T", item("b", 1, "")));
  }

  private static long residentKilobytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("partikey"))
        .count();
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
