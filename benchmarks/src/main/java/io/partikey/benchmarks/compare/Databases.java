package io.partikey.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The databases of one run of the command. Each is filled once; workloads that write get a copy, so
 * that none sees what another wrote.
 */
final class Databases {
  private final Path directory;
  private final String base;

  Databases(Path directory, String base) {
    this.directory = directory;
    this.base = base;
  }

  /** A store that is open, and where its files are. */
  record Opened(Store store, Path files) {}

  /** Opens a store with the data of a workload, filling it if nobody has. */
  Opened open(Peer peer, Workload workload, Orders orders) throws Exception {
    if (peer.inHeap()) {
      Store store = peer.open(directory, base);
      store.fill(orders, workload.index());
      return new Opened(store, directory.resolve("nothing"));
    }
    if (workload.action().fillsATable()) {
      Path empty = fresh(peer);
      return new Opened(peer.open(empty, base), empty);
    }
    Path files = filled(peer.format(), workload, orders);
    if (workload.action().writes()) {
      Path copy = fresh(peer);
      copy(files, copy);
      files = copy;
    }
    return new Opened(peer.open(files, base), files);
  }

  /** Removes what was copied or made for one workload. */
  void discard(Opened opened) throws IOException {
    if (opened.files().getFileName().toString().startsWith("own-")) {
      delete(opened.files());
    }
  }

  private Path fresh(Peer peer) throws IOException {
    return Files.createTempDirectory(directory, "own-" + peer.id() + "-");
  }

  private Path filled(Peer peer, Workload workload, Orders orders) throws Exception {
    Path files = directory.resolve(name(peer, workload, orders));
    if (Files.exists(files)) {
      return files;
    }
    Path begun = fresh(peer);
    try (Store store = peer.open(begun, base)) {
      store.fill(orders, workload.index());
    }
    return Files.move(begun, files);
  }

  private static String name(Peer peer, Workload workload, Orders orders) {
    return String.join(
        "-",
        List.of(
            peer.id(),
            workload.shape().name().toLowerCase(Locale.ROOT),
            workload.index().name().toLowerCase(Locale.ROOT),
            Integer.toString(orders.count())));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copied = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(each, copied);
        }
      }
    }
  }

  /** The bytes of all files in a directory, 0 if there is none. */
  static long bytes(Path files) throws IOException {
    if (!Files.exists(files)) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> all = Files.walk(files)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(each);
      }
    }
    return bytes;
  }

  /** Removes all databases when the command ends, however it does. */
  static void deleteQuietly(Path files) {
    try {
      delete(files);
    } catch (IOException | UncheckedIOException stillWrittenTo) {
      System.err.println("Remove " + files + " by hand: " + stillWrittenTo.getMessage());
    }
  }

  /** Removes a directory with all that is in it. */
  static void delete(Path files) throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
