package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import java.nio.file.Path;

/**
 * Makes a database or a copy of one, says each step on standard output, and ends after one of them
 * as a process that is killed does.
 */
public final class HaltingProcess {
  private HaltingProcess() {}

  /**
   * Takes how many steps are done, the path of a database, and that of a copy if one is to be made;
   * the copy of one in memory if the database has no path.
   */
  public static void main(String[] arguments) {
    Countdown steps = new Countdown(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
    if (arguments.length == 2) {
      DatabaseDirectory made =
          new DatabaseDirectory(Path.of(arguments[1]), FileAccess.OWNER, steps);
      made.open(false);
    } else {
      DatabaseCopy copy = new DatabaseCopy(Path.of(arguments[2]), FileAccess.OWNER, steps);
      copy.of(
          arguments[1].isEmpty()
              ? RowStore.openMemory("the test's")
              : new DatabaseDirectory(Path.of(arguments[1])).open(false));
    }
    Countdown.say("done");
    // As if killed: nothing is closed.
    Runtime.getRuntime().halt(0);
  }
}
