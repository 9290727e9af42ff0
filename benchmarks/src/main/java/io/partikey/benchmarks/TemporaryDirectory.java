package io.partikey.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for databases, removed when it is closed, with what a database that closes may itself
 * remove at that moment. It is made where {@code java.io.tmpdir} points to, which decides on which
 * disk databases are measured.
 */
final class TemporaryDirectory implements AutoCloseable {
  private final Path path;

  TemporaryDirectory() {
    try {
      path = Files.createTempDirectory("partikey-benchmark-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The URL of a database in the directory. */
  String url(String properties) {
    return "jdbc:partikey:file:" + path.resolve("database") + properties;
  }

  /** A file in the directory, which is there when somebody makes it. */
  Path file() {
    return path.resolve("file");
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : innermostFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
