package io.partikey.planner.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The temporary files of rows that this process has. */
final class SortFiles {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private SortFiles() {}

  /** How many are open, or where that cannot be asked have a name. */
  static long open() {
    return Files.exists(OPEN_FILES) ? count(OPEN_FILES) : named();
  }

  /** How many have a name. */
  static long named() {
    return count(Path.of(System.getProperty("java.io.tmpdir")));
  }

  private static long count(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(SortFiles::isOne).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isOne(Path file) {
    try {
      Path named = file.startsWith(OPEN_FILES) ? Files.readSymbolicLink(file) : file;
      return named.getFileName() != null && named.getFileName().toString().startsWith(RowFile.NAME);
    } catch (NoSuchFileException closedMeanwhile) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
