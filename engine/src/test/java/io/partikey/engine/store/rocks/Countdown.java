package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.FileAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says each step on standard output, and ends the process after one of them as a process that is
 * killed does. Thread-safe.
 */
public final class Countdown implements Steps {
  /** What a step is called that brought all that was committed to the disk. */
  public static final String SYNC = "to disk: ";

  // A compaction ends the log, which is brought to disk with it.
  private static final Set<String> TO_DISK =
      Set.of("committed to disk", "log on disk", "compacted");

  private final Path path;
  private int left;

  Countdown(Path path, int left) {
    this.path = path;
    this.left = left;
  }

  /** Opens a database whose process ends after so many steps from then on. */
  public static RowStore open(Path path, int steps) {
    Countdown countdown = new Countdown(path, Integer.MAX_VALUE);
    RowStore store = new DatabaseDirectory(path, FileAccess.OWNER, countdown).open(false);
    synchronized (countdown) {
      countdown.left = steps;
    }
    return store;
  }

  @Override
  public synchronized void done(String step) {
    say(TO_DISK.contains(step) ? SYNC + newestLog() : step);
    left--;
    if (left == 0) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** The name of the log and its length. */
  private String newestLog() {
    try (Stream<Path> files = Files.list(path.resolve("rows"))) {
      Optional<Path> log =
          files
              .filter(file -> file.toString().endsWith(".log"))
              .max(Comparator.comparing(Path::getFileName));
      return log.isEmpty() ? "" : log.get().getFileName() + " " + Files.size(log.get());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Says a line on standard output. */
  @SuppressWarnings("SystemOut")
  public static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
