package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.table.Projection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/**
 * A process that writes to a database from several threads until it is killed. Of each operation
 * that was acknowledged it says so on standard output: the number of the writer, and how many of
 * its operations were. Others make and drop an index and a table, and put items that expire.
 */
final class CrashWriter {
  static final int WRITERS = 4;

  // Written to with one system call a line, so that no line is ever half there.
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private CrashWriter() {}

  /** Takes the path of the database, and a seed. */
  public static void main(String[] arguments) {
    Backend backend = TestStore.file(Path.of(arguments[0]));
    long seed = Long.parseLong(arguments[1]);
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      start(() -> write(backend, number, random(seed, number)));
    }
    start(() -> define(backend));
    start(() -> expire(backend));
  }

  static Random random(long seed, int writer) {
    return new Random(seed * 31 + writer);
  }

  static String partition(int writer) {
    return "writer" + writer;
  }

  private static void start(Runnable work) {
    new Thread(
            () -> {
              try {
                work.run();
              } catch (RuntimeException failed) {
                say("failed " + failed);
                throw failed;
              }
            })
        .start();
  }

  private static void write(Backend backend, int writer, Random random) {
    for (long count = 1; ; count++) {
      CrashOperation.next(random, partition(writer)).run(backend, partition(writer));
      say(writer + " " + count);
    }
  }

  private static void define(Backend backend) {
    while (true) {
      if (backend.catalog().table("T").orElseThrow().index("H").isEmpty()) {
        backend.createIndex("T", index("H", "h", Projection.KEYS_ONLY));
      }
      if (backend.catalog().table("U").isEmpty()) {
        backend.createTable(table("U", index("G", "g", Projection.ALL)));
      }
      for (int i = 0; i < 5; i++) {
        backend.write(replace("U", item("a", i, "\"g\": {\"S\": \"x\"}")));
      }
      backend.dropIndex("T", "H");
      backend.dropTable("U");
    }
  }

  private static void expire(Backend backend) {
    for (int i = 0; ; i = (i + 1) % 50) {
      long past = Clock.systemUTC().millis() / 1000 - 10;
      String attributes = "\"g\": {\"S\": \"1\"}, \"expires\": {\"N\": \"" + past + "\"}";
      backend.write(replace("T", item("expired", i, attributes)));
    }
  }

  private static void say(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      throw new UncheckedIOException(nobodyListens);
    }
  }
}
