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
    Countdown steps = new Countdown(Integer.parseInt(arguments[0]));
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
    say("done");
    // As if killed: nothing is closed.
    Runtime.getRuntime().halt(0);
  }

  /** Ends the process when it has counted down. */
  private static final class Countdown implements Steps {
    private int left;

    Countdown(int left) {
      this.left = left;
    }

    @Override
    public void done(String step) {
      say(step);
      left--;
      if (left == 0) {
        Runtime.getRuntime().halt(0);
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
