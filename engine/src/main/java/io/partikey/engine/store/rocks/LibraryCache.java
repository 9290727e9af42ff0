package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's processes keep the native library between them, unpacked:
 *
 * <pre>
 * partikey/                      0700
 *   rocksdb-CHECKSUM-SIZE/       0700
 *     librocksdbjni-….so         0600, renamed into place when it is written, checked and on disk
 *     librocksdbjni-….so.sha256  0600, the record of it
 * </pre>
 *
 * <p>What is loaded from there is what this user's process unpacked from the jar and read again,
 * with the same SHA-256. A {@linkplain LibraryRecord record} says which file that was; a file that
 * is another one, or was written since, is not compared but replaced, whatever its CRC-32, which
 * can be made to fit. Both directories are {@linkplain PrivateDirectory private} and both files the
 * user's own: who can write there is that user or root, and needs no library to run code as that
 * user. Against damage of the disk, which changes no time, all of the file is read and its CRC-32
 * compared with the jar's at each start: in a fresh JVM, which has not compiled its code yet,
 * SHA-256 of these 17 MB takes 70 to 100 ms, and CRC-32, which the JVM has as an instruction from
 * the start, 6; to look at the record takes 3 (medians of the processor time of ten starts, Java
 * 17, Linux).
 */
final class LibraryCache {
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path directory;

  /**
   * A cache.
   *
   * @param directory where it is; one that is not absolute, which would lie in whatever directory a
   *     process was started in, keeps nothing
   */
  LibraryCache(Path directory) {
    this.directory = directory;
  }

  /** That of this process's user; none if the environment does not say where it should be. */
  static Optional<LibraryCache> ofUser(Map<String, String> environment) {
    @Nullable String base = environment.get("XDG_CACHE_HOME");
    try {
      if (base != null && !base.isEmpty()) {
        return Optional.of(new LibraryCache(Path.of(base, "partikey")));
      }
      @Nullable String home = System.getProperty("user.home");
      if (home == null || home.isEmpty()) {
        return Optional.empty();
      }
      boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
      return Optional.of(
          new LibraryCache(Path.of(home, mac ? "Library/Caches/partikey" : ".cache/partikey")));
    } catch (InvalidPathException nowhere) {
      return Optional.empty();
    }
  }

  /**
   * The directory that holds a library, put there if need be and checked.
   *
   * @return empty where the cache cannot be private, or cannot be written
   */
  Optional<Path> directoryOf(LibraryResource library) {
    try {
      Optional<Path> cache = PrivateDirectory.prepare(directory);
      if (cache.isEmpty()) {
        return Optional.empty();
      }
      String name = "rocksdb-" + Long.toHexString(library.checksum()) + "-" + library.size();
      Optional<Path> own = PrivateDirectory.prepare(cache.get().resolve(name));
      if (own.isEmpty()) {
        return Optional.empty();
      }
      Path file = own.get().resolve(library.fileName());
      if (!PrivateDirectory.holds(file) || !LibraryRecord.vouchesFor(file) || !library.isIn(file)) {
        sweep(own.get(), library.fileName());
        LibraryRecord.write(file, library::writeTo);
      }
      return own;
    } catch (IOException notKept) {
      return Optional.empty();
    }
  }

  /** Removes what processes left that were killed while they unpacked. */
  private static void sweep(Path own, String name) throws IOException {
    FileTime since = FileTime.from(Instant.now().minus(LEFT_BEHIND));
    try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(own, name + ".*.tmp")) {
      for (Path each : unpacked) {
        if (Files.getLastModifiedTime(each).compareTo(since) < 0) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
