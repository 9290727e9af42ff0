package io.partikey.engine.store.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partikey.engine.store.catalog.DatabaseFormat.Step;
import io.partikey.engine.store.rocks.DatabaseDirectory;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowStore;
import java.nio.file.Path;
import java.util.List;

/**
 * Upgrades a database by two steps that are too large for a batch, and ends at one of the places
 * between them as a process that is killed does.
 */
public final class UpgradingProcess {
  /** How many records the steps rewrite. */
  static final int RECORDS = 6;

  private static final byte PREFIX = 0x7f;
  private static int left;

  private UpgradingProcess() {}

  /** Takes the path of a database, and at which of the places the process ends. */
  public static void main(String[] arguments) {
    left = Integer.parseInt(arguments[1]);
    RowStore store = new DatabaseDirectory(Path.of(arguments[0])).open(false);
    DatabaseFormat format = new DatabaseFormat(List.of(writing("a"), writing("b")));
    say("format " + new Definitions(store, format).current().tables().size());
    Runtime.getRuntime().halt(0);
  }

  /** The format that the process upgrades to. */
  static DatabaseFormat format() {
    left = -1;
    return new DatabaseFormat(List.of(writing("a"), writing("b")));
  }

  static byte[] key(int record) {
    return new byte[] {PREFIX, (byte) record};
  }

  /** A step that writes a letter into every record, half of them in a batch of its own. */
  private static Step writing(String letter) {
    return (store, batch) -> {
      place();
      try (RowBatch first = store.newBatch()) {
        for (int record = 0; record < RECORDS / 2; record++) {
          first.putRecord(key(record), letter.getBytes(US_ASCII));
        }
        store.commit(first, true);
      }
      place();
      for (int record = RECORDS / 2; record < RECORDS; record++) {
        batch.putRecord(key(record), letter.getBytes(US_ASCII));
      }
      place();
    };
  }

  private static void place() {
    left--;
    if (left == 0) {
      Runtime.getRuntime().halt(0);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
