package io.partikey.engine.backend;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of what this process puts into the directory for temporary files, by which a later one
 * knows whether the process that they belong to has ended:
 *
 * <pre>
 * partikey-sort-4711-….rows        what it is for, the process, and what makes it different
 * </pre>
 *
 * <p>Everything with such a name is its user's alone. On Linux and macOS its process takes the name
 * away while it uses it, so that nothing stays however it ends; Windows keeps the name until then.
 */
public final class TemporaryFiles {
  private static final Pattern NAME = Pattern.compile("partikey-(?:native|sort)-(\\d+)-.*");

  /** Longer than a process needs a file that it has not opened yet. */
  private static final Duration IN_THE_MAKING = Duration.ofHours(1);

  private TemporaryFiles() {}

  /** How the names of this process's files for something begin, as the system's own makers want. */
  public static String prefix(String purpose) {
    return "partikey-" + purpose + "-" + ProcessHandle.current().pid() + "-";
  }

  /** Deletes what processes have left that ended without deleting it; what cannot be, stays. */
  public static void sweep() {
    sweep(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static void sweep(Path temporary) {
    FileTime since = FileTime.from(Instant.now().minus(IN_THE_MAKING));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary, "partikey-*")) {
      for (Path file : files) {
        if (isLeft(file) && Files.getLastModifiedTime(file).compareTo(since) < 0) {
          delete(file);
        }
      }
    } catch (IOException | DirectoryIteratorException anotherTime) {
      // Nothing depends on it.
    }
  }

  private static boolean isLeft(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return false;
    }
    try {
      Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.group(1)));
      return process.isEmpty() || !process.get().isAlive();
    } catch (NumberFormatException noProcess) {
      return false;
    }
  }

  private static void delete(Path file) {
    try {
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(file)) {
          for (Path each : content) {
            Files.delete(each);
          }
        }
      }
      Files.deleteIfExists(file);
    } catch (IOException | DirectoryIteratorException notOurs) {
      // Another user's, or being deleted by another process.
    }
  }
}
