package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.store.partition.PartitionLimits;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.table.Projection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/**
 * Writes to a database and splits its partitions at the same time until it is killed, and says of
 * each split on standard output that it was made.
 */
final class SplitterProcess {
  /** Limits by which partitions split soon. */
  static final PartitionLimits SMALL = PartitionLimits.OF_SERVICE.withBytes(10_000);

  private SplitterProcess() {}

  /** Takes the path of the database. */
  public static void main(String[] arguments) {
    DatabaseDirectory directory = new DatabaseDirectory(Path.of(arguments[0]));
    try (Engine engine =
        new Engine(
            directory.open(false),
            EngineSettings.byHand(Clock.systemUTC()).with(SMALL),
            directory::release)) {
      Backend backend = new EmbeddedBackend(engine, BackendOptions.DEFAULT);
      if (backend.catalog().table("T").isEmpty()) {
        backend.createTable(TestStore.table("T", index("G", "g", Projection.ALL)));
      }
      Thread writer = new Thread(() -> write(new EmbeddedBackend(engine, TestStore.quick())));
      writer.setDaemon(true);
      writer.start();
      while (writer.isAlive()) {
        if (engine.splits().step() > 0) {
          say("split");
        }
      }
    }
  }

  private static void write(Backend backend) {
    while (true) {
      String id = UUID.randomUUID().toString();
      backend.write(replace("T", item(id, 1, "\"g\": {\"S\": \"" + id.substring(0, 3) + "\"}")));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
