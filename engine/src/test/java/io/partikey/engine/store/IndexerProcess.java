package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.table.Projection;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fills a table of a database, and then builds an index on it up to its middle, where it says so on
 * standard output and stops, or drops the index and says so. It is to be killed then.
 */
final class IndexerProcess {
  private IndexerProcess() {}

  /** Takes the path of the database, how many items to write, and "build" or "drop". */
  public static void main(String[] arguments) {
    int items = Integer.parseInt(arguments[1]);
    boolean drop = arguments[2].equals("drop");
    AtomicInteger batches = new AtomicInteger();
    DatabaseDirectory directory = new DatabaseDirectory(Path.of(arguments[0]));
    Engine engine =
        new Engine(
            directory.open(false),
            EngineSettings.DEFAULT.withBetweenBatches(
                () -> {
                  if (!drop && batches.incrementAndGet() == items / 128) {
                    say("half built");
                    stopForEver();
                  }
                }),
            directory::release);
    Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
    fill(new EmbeddedBackend(engine, TestStore.quick()), items);
    backend.createIndex("T", index("G", "g", Projection.ALL));
    say("built");
    backend.dropIndex("T", "G");
    say("dropped");
    stopForEver();
  }

  private static void fill(Backend backend, int items) {
    backend.createTable(TestStore.table("T"));
    String filler = "\"filler\": {\"S\": \"" + "x".repeat(100) + "\"}";
    for (int i = 0; i < items; i++) {
      String group = "\"g\": {\"S\": \"group" + i % 50 + "\"}, ";
      backend.write(replace("T", item("a" + i, 1, group + filler)));
    }
  }

  private static void stopForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
