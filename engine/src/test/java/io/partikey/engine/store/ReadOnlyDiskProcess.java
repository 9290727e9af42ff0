package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import java.nio.file.Path;

/** Opens a database on a disk that takes no writes, and says on standard output what it is told. */
final class ReadOnlyDiskProcess {
  private ReadOnlyDiskProcess() {}

  /** Takes the path of a database, and one where there is none. */
  public static void main(String[] arguments) {
    Path path = Path.of(arguments[0]);
    try (Backend backend = TestStore.file(path)) {
      say("open " + backend.catalog());
    } catch (EngineException refused) {
      say(refused.getMessage());
    }
    try (Backend backend = TestStore.file(Path.of(arguments[1]))) {
      say("open " + backend.catalog());
    } catch (EngineException refused) {
      say(refused.getMessage());
    }
    try (Backend backend = TestStore.file(path, TestStore.readOnly())) {
      say("read " + get(backend, "T", key("a", 1)));
      backend.write(replace("T", item("a", 2, "")));
    } catch (EngineException refused) {
      say(refused.getMessage());
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
