package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/**
 * The check of RocksDB's files of which damage or absence would go unnoticed when they are opened:
 * those that say which files there are, and the logs. The table files hold checksums that every
 * read verifies.
 */
final class FileCheck {
  private static final Pattern CURRENT = Pattern.compile("MANIFEST-\\d{6,}\n");
  private static final Pattern LOG = Pattern.compile("MANIFEST-\\d{6,}|\\d{6,}\\.log");

  private static final Pattern WRITE_AHEAD_LOG = Pattern.compile("\\d{6,}\\.log");
  private static final Pattern TABLE = Pattern.compile("\\d{6,}\\.sst");

  private FileCheck() {}

  /**
   * The first damage in a directory of RocksDB, in words; empty if there is none.
   *
   * @param notedLogs numbers of logs that were there once
   */
  static Optional<String> damage(Path directory, List<Long> notedLogs) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.of("its directory \"" + directory + "\" is missing");
    }
    Path current = directory.resolve("CURRENT");
    if (!Files.exists(current)) {
      return Optional.of("its file \"" + current + "\" is missing");
    }
    String name = Files.readString(current, StandardCharsets.ISO_8859_1);
    if (!CURRENT.matcher(name).matches() || !Files.exists(directory.resolve(name.strip()))) {
      return Optional.of("its file \"" + current + "\" does not name a manifest that exists");
    }
    for (Path log : files(directory, LOG)) {
      long place = LogFileCheck.firstDamage(log);
      if (place >= 0) {
        return Optional.of("its file \"" + log + "\" is damaged at byte " + place);
      }
    }
    Optional<Manifest> manifest = Manifest.read(directory.resolve(name.strip()));
    return manifest.isEmpty() ? Optional.empty() : missing(directory, manifest.get(), notedLogs);
  }

  /** The first file that a manifest names and that is not there. */
  private static Optional<String> missing(Path directory, Manifest manifest, List<Long> notedLogs)
      throws IOException {
    for (long table : manifest.tables()) {
      Path file = directory.resolve("%06d.sst".formatted(table));
      if (!Files.exists(file)) {
        return Optional.of("its file \"" + file + "\" is missing");
      }
    }
    List<Long> logs = logs(directory);
    for (long log : notedLogs) {
      if (log >= manifest.oldestLog() && !logs.contains(log)) {
        return Optional.of(
            "its file \"" + directory.resolve("%06d.log".formatted(log)) + "\" is missing");
      }
    }
    long newestLog = logs.isEmpty() ? -1 : logs.get(logs.size() - 1);
    return newestLog >= manifest.newestLog()
        ? Optional.empty()
        : Optional.of(
            "its newest log is missing, \""
                + directory.resolve("%06d.log".formatted(manifest.newestLog()))
                + "\" or a later one");
  }

  /** The numbers of the write-ahead logs, in their order. */
  static List<Long> logs(Path directory) throws IOException {
    return files(directory, WRITE_AHEAD_LOG).stream()
        .map(log -> String.valueOf(log.getFileName()))
        .map(name -> Long.valueOf(name.substring(0, name.indexOf('.'))))
        .sorted()
        .toList();
  }

  /**
   * The first table file that cannot be read as a whole, empty if all can. Reads everything: for
   * where it is known that something is wrong, and RocksDB does not say where.
   */
  static Optional<Path> damagedTable(Path directory) {
    try (Options options = new Options()) {
      for (Path table : tables(directory)) {
        try (SstFileReader reader = new SstFileReader(options)) {
          reader.open(table.toString());
          reader.verifyChecksum();
        } catch (RocksDBException damaged) {
          return Optional.of(table);
        }
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The table files that count, without those that a process which ended had not finished. */
  private static List<Path> tables(Path directory) throws IOException {
    Path current = directory.resolve("CURRENT");
    if (Files.exists(current)) {
      String name = Files.readString(current, StandardCharsets.ISO_8859_1);
      Optional<Manifest> manifest = Manifest.read(directory.resolve(name.strip()));
      if (manifest.isPresent()) {
        return manifest.get().tables().stream()
            .map(number -> directory.resolve("%06d.sst".formatted(number)))
            .toList();
      }
    }
    return files(directory, TABLE);
  }

  private static List<Path> files(Path directory, Pattern names) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> isNamed(file, names)).sorted().toList();
    }
  }

  private static boolean isNamed(Path file, Pattern names) {
    @Nullable Path name = file.getFileName();
    return name != null && names.matcher(name.toString()).matches();
  }
}
