package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * RocksDB's native library, unpacked once per user and version instead of once per process.
 *
 * <p>It lies in the user's cache directory under its checksum, and is put there by a rename, so
 * that no process ever loads half of it. Where that cannot be done the library is unpacked as
 * RocksDB itself does it, into the directory for temporary files.
 */
final class NativeLibrary {
  private static boolean loaded;

  private NativeLibrary() {}

  /**
   * Loads the library unless it is loaded.
   *
   * @throws EngineException with {@code CANNOT_OPEN} if this machine cannot load it
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      if (!loadUnpacked()) {
        RocksDB.loadLibrary();
      }
      loaded = true;
    } catch (UnsatisfiedLinkError | RuntimeException unloadable) {
      throw new EngineException(
          ErrorCode.CANNOT_OPEN,
          "The native library of RocksDB cannot be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + unloadable.getMessage()
              + ". Use a 64-bit Java on Linux, macOS or Windows, and make sure that its directory"
              + " for temporary files can hold executable files.",
          unloadable);
    }
  }

  private static boolean loadUnpacked() {
    @Nullable Path directory = unpack();
    if (directory == null) {
      return false;
    }
    try {
      RocksDB.loadLibrary(List.of(directory.toString()));
      return true;
    } catch (UnsatisfiedLinkError notFromThere) {
      // A cache directory may lie on a file system from which nothing is executed.
      return false;
    }
  }

  /** The directory with the library, null where it cannot be had. */
  private static @Nullable Path unpack() {
    String name = Environment.getJniLibraryFileName("rocksdb");
    @Nullable URL resource = RocksDB.class.getClassLoader().getResource(name);
    if (resource == null) {
      return null;
    }
    try {
      URLConnection connection = resource.openConnection();
      if (!(connection instanceof JarURLConnection jar)) {
        return null;
      }
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        JarEntry entry = jar.getJarEntry();
        Path directory =
            cacheDirectory()
                .resolve("rocksdb-" + Long.toHexString(entry.getCrc()) + "-" + entry.getSize());
        // RocksDB looks for this name in the directories that it is given.
        Path library = directory.resolve(Environment.getJniLibraryFileName("rocksdbjni"));
        if (!isComplete(library, entry)) {
          place(file, entry, library);
        }
        return isComplete(library, entry) ? directory : null;
      }
    } catch (IOException notUnpacked) {
      return null;
    }
  }

  private static boolean isComplete(Path library, JarEntry entry) throws IOException {
    return Files.isRegularFile(library) && Files.size(library) == entry.getSize();
  }

  private static void place(JarFile file, JarEntry entry, Path library) throws IOException {
    Path directory = Files.createDirectories(library.toAbsolutePath().getParent());
    Path unpacked = Files.createTempFile(directory, "unpacking", ".tmp");
    try (InputStream content = file.getInputStream(entry)) {
      Files.copy(content, unpacked, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unpacked, library, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException noRename) {
      Files.move(unpacked, library, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private static Path cacheDirectory() {
    Map<String, String> environment = System.getenv();
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    @Nullable String base =
        environment.get(system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    if (base != null && !base.isEmpty()) {
      return Path.of(base, "partikey");
    }
    return system.startsWith("mac")
        ? home.resolve("Library/Caches/partikey")
        : home.resolve(".cache/partikey");
  }
}
