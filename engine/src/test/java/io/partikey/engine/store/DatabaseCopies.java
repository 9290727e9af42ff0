package io.partikey.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories of databases as plain files. */
final class DatabaseCopies {
  private DatabaseCopies() {}

  /** The files of a database, in the order of their names. */
  static List<Path> files(Path database) throws IOException {
    try (Stream<Path> files = Files.walk(database)) {
      return files.filter(Files::isRegularFile).map(database::relativize).sorted().toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
