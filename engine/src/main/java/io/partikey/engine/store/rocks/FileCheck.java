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
 * The check of RocksDB's files of which damage would go unnoticed when they are opened: those that
 * say which files there are, and the logs. The table files hold checksums that every read verifies.
 */
final class FileCheck {
  private static final Pattern CURRENT = Pattern.compile("MANIFEST-\\d{6,}\n");
  private static final Pattern LOG = Pattern.compile("MANIFEST-\\d{6,}|\\d{6,}\\.log");

  private static final Pattern TABLE = Pattern.compile("\\d{6,}\\.sst");

  private FileCheck() {}

  /** The first damage in a directory of RocksDB, in words; empty if there is none. */
  static Optional<String> damage(Path directory) throws IOException {
    Path current = directory.resolve("CURRENT");
    if (Files.exists(current)) {
      String name = Files.readString(current, StandardCharsets.ISO_8859_1);
      if (!CURRENT.matcher(name).matches() || !Files.exists(directory.resolve(name.strip()))) {
        return Optional.of("its file \"" + current + "\" does not name a manifest that exists");
      }
    }
    for (Path log : files(directory, LOG)) {
      long place = LogFileCheck.firstDamage(log);
      if (place >= 0) {
        return Optional.of("its file \"" + log + "\" is damaged at byte " + place);
      }
    }
    return Optional.empty();
  }

  /**
   * The first table file that cannot be read as a whole, empty if all can. Reads everything: for
   * where it is known that something is wrong, and RocksDB does not say where.
   */
  static Optional<Path> damagedTable(Path directory) {
    try (Options options = new Options()) {
      for (Path table : files(directory, TABLE)) {
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
