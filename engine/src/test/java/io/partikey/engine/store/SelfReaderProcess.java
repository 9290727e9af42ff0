package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;

import io.partikey.engine.backend.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a database and reads all of its files, as a copy or an index of them does, which takes
 * every lock on them from it; then goes on writing when it is told to.
 */
final class SelfReaderProcess {
  private SelfReaderProcess() {}

  /** Takes the path of the database. */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(table("T"));
      backend.write(replace("T", item("a", 1, "")));
      for (Path file : DatabaseCopies.files(path)) {
        Files.readAllBytes(path.resolve(file));
      }
      say("read");
      int told = System.in.read();
      backend.write(replace("T", item("a", 2, "")));
      say("wrote " + told);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
