package io.partikey.engine.store.rocks;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rocksdb.RocksDB;

/**
 * RocksDB's native library, unpacked once per user and version instead of once per process: {@link
 * LibraryCache} says where it is kept and what is checked before it is loaded. Where it cannot be
 * kept, or not be loaded from, a {@link LibraryCopy} is made. Neither the library path of Java nor
 * the directory that the process was started in is searched.
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
      LibraryResource library = LibraryResource.find();
      if (!loadKept(library)) {
        try (LibraryCopy copy = LibraryCopy.of(library)) {
          RocksDB.loadLibrary(List.of(copy.directory().toString()));
        }
      }
      loaded = true;
    } catch (IOException | UnsatisfiedLinkError | RuntimeException unloadable) {
      throw new EngineException(
          ErrorCode.CANNOT_OPEN,
          "The native library of RocksDB cannot be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + unloadable.getMessage()
              + ". Use a 64-bit Java on Linux, macOS or Windows, and make sure that its directory"
              + " for temporary files has room for 20 MB and can hold executable files.",
          unloadable);
    }
  }

  private static boolean loadKept(LibraryResource library) {
    Optional<String> directory =
        LibraryCache.ofUser(System.getenv())
            .flatMap(cache -> cache.directoryOf(library))
            .map(Object::toString);
    if (directory.isEmpty()) {
      return false;
    }
    try {
      RocksDB.loadLibrary(List.of(directory.get()));
      return true;
    } catch (UnsatisfiedLinkError notFromThere) {
      // Another class loader has loaded that file, or nothing is executed from its file system.
      return false;
    }
  }
}
